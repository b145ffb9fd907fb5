// The ends of incidents, for those that lasted into a time; the notices of an incident.
CREATE INDEX incident_resolved_at IF NOT EXISTS FOR (n:Incident) ON (n.resolvedAtMillis);
CREATE INDEX outgoing_notice_incident IF NOT EXISTS FOR (n:OutgoingNotice) ON (n.incidentId);
