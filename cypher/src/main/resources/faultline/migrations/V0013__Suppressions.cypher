// That alerts do not count for a while
CREATE CONSTRAINT suppression_id IF NOT EXISTS FOR (n:Suppression) REQUIRE n.id IS UNIQUE;
CREATE INDEX suppression_over IF NOT EXISTS FOR (n:Suppression) ON (n.overMillis);
