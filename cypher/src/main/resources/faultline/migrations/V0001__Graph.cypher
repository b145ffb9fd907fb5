// CIs and relations as they are now
CREATE CONSTRAINT ci_id IF NOT EXISTS FOR (n:Ci) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT retired_ci_id IF NOT EXISTS FOR (n:RetiredCi) REQUIRE n.id IS UNIQUE;
CREATE INDEX ci_type_name IF NOT EXISTS FOR (n:Ci) ON (n.type, n.name);
CREATE INDEX ci_name IF NOT EXISTS FOR (n:Ci) ON (n.name);
CREATE INDEX ci_valid_from IF NOT EXISTS FOR (n:Ci) ON (n.validFrom);
CREATE CONSTRAINT ci_type_name_unique IF NOT EXISTS FOR (n:CiType) REQUIRE n.name IS UNIQUE;

// and as they were
CREATE INDEX ci_version_ci IF NOT EXISTS FOR (n:CiVersion) ON (n.ciId, n.validFrom);
CREATE INDEX ci_version_type IF NOT EXISTS FOR (n:CiVersion) ON (n.type, n.validFrom);
CREATE INDEX ci_version_valid_from IF NOT EXISTS FOR (n:CiVersion) ON (n.validFrom);
CREATE INDEX ci_version_valid_to IF NOT EXISTS FOR (n:CiVersion) ON (n.validTo);
CREATE INDEX relation_version_from IF NOT EXISTS FOR (n:RelationVersion) ON (n.fromId, n.validFrom);
CREATE INDEX relation_version_to IF NOT EXISTS FOR (n:RelationVersion) ON (n.toId, n.validFrom);
CREATE INDEX relation_version_valid_from IF NOT EXISTS FOR (n:RelationVersion) ON (n.validFrom);
CREATE INDEX relation_version_valid_to IF NOT EXISTS FOR (n:RelationVersion) ON (n.validTo);

// Sources, what they claim, and their runs
CREATE CONSTRAINT source_name IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (n:Claim) REQUIRE (n.source, n.scope, n.key) IS UNIQUE;
CREATE INDEX claim_ci IF NOT EXISTS FOR (n:Claim) ON (n.ciId);
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE INDEX run_scope IF NOT EXISTS FOR (n:Run) ON (n.source, n.scope, n.startedAtMillis);

// Calls
CREATE CONSTRAINT call_edge_id IF NOT EXISTS FOR (n:CallEdge) REQUIRE n.id IS UNIQUE;
CREATE INDEX call_edge_caller IF NOT EXISTS FOR (n:CallEdge) ON (n.callerId);
CREATE INDEX call_edge_callee IF NOT EXISTS FOR (n:CallEdge) ON (n.calleeId);
CREATE CONSTRAINT call_window_key IF NOT EXISTS FOR (n:CallWindow) REQUIRE (n.edgeId, n.minute) IS UNIQUE;
CREATE INDEX call_window_minute IF NOT EXISTS FOR (n:CallWindow) ON (n.minute);

// Changes, alerts, incidents and causes
CREATE CONSTRAINT deployment_id IF NOT EXISTS FOR (n:Deployment) REQUIRE n.id IS UNIQUE;
CREATE INDEX deployment_started_at IF NOT EXISTS FOR (n:Deployment) ON (n.startedAtMillis);
CREATE INDEX deployment_service IF NOT EXISTS FOR (n:Deployment) ON (n.service);
CREATE CONSTRAINT alert_key IF NOT EXISTS FOR (n:Alert) REQUIRE n.key IS UNIQUE;
CREATE INDEX alert_starts_at IF NOT EXISTS FOR (n:Alert) ON (n.startsAtMillis);
CREATE INDEX alert_active_until IF NOT EXISTS FOR (n:Alert) ON (n.activeUntilMillis);
CREATE INDEX alert_ci IF NOT EXISTS FOR (n:Alert) ON (n.ciId);
CREATE INDEX alert_caller IF NOT EXISTS FOR (n:Alert) ON (n.callerId);
CREATE INDEX alert_callee IF NOT EXISTS FOR (n:Alert) ON (n.calleeId);
CREATE INDEX unbound_alert_key IF NOT EXISTS FOR (n:UnboundAlert) ON (n.key);
CREATE INDEX unbound_deployment_id IF NOT EXISTS FOR (n:UnboundDeployment) ON (n.id);
CREATE CONSTRAINT incident_id IF NOT EXISTS FOR (n:Incident) REQUIRE n.id IS UNIQUE;
CREATE INDEX incident_state IF NOT EXISTS FOR (n:Incident) ON (n.state, n.startedAtMillis);
CREATE INDEX incident_started_at IF NOT EXISTS FOR (n:Incident) ON (n.startedAtMillis);
CREATE INDEX incident_updated_at IF NOT EXISTS FOR (n:Incident) ON (n.updatedAtMillis);
CREATE CONSTRAINT ranking_id IF NOT EXISTS FOR (n:Ranking) REQUIRE n.id IS UNIQUE;
