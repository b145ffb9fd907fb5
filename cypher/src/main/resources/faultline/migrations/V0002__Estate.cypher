// What leads from an identity to its CI, and claims that are made no more
CREATE CONSTRAINT identity_key IF NOT EXISTS FOR (n:Identity) REQUIRE n.key IS UNIQUE;
CREATE INDEX gone_claim_ci IF NOT EXISTS FOR (n:GoneClaim) ON (n.ciId);

// What changed since an instant
CREATE INDEX retired_ci_retired_at IF NOT EXISTS FOR (n:RetiredCi) ON (n.retiredAt);
CREATE INDEX ci_links_changed_at IF NOT EXISTS FOR (n:Ci) ON (n.linksChangedAt);
