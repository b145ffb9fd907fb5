// Purpose: keep what a person said of a ranking; what is known by its id stays as it is, but for its time where the person said
// something else since and now comes back to it.
// Parameters: incidentId, id, properties, ciIds (the cause that is judged, at most one), actualCiIds (the real one, at most one)
// Columns: created (whether it is new)
MATCH (incident:Incident {id: $incidentId})
OPTIONAL MATCH (known:Feedback {id: $id})
WITH incident, known IS NULL AS created, EXISTS {
    MATCH (incident)-[:JUDGED]->(later:Feedback)
    WHERE later.by = known.by AND later.rankingVersion = known.rankingVersion AND later.atMillis > known.atMillis
  } AS outdated
MERGE (feedback:Feedback {id: $id})
ON CREATE SET feedback += $properties
FOREACH (again IN CASE WHEN outdated THEN [feedback] ELSE [] END | SET again.atMillis = $properties.atMillis)
MERGE (incident)-[:JUDGED]->(feedback)
WITH feedback, created,
  COLLECT { UNWIND $ciIds AS id MATCH (ci:Ci {id: id}) RETURN ci } AS judged,
  COLLECT { UNWIND $actualCiIds AS id MATCH (ci:Ci {id: id}) RETURN ci } AS actual
FOREACH (ci IN judged | MERGE (feedback)-[:ABOUT]->(ci))
FOREACH (ci IN actual | MERGE (feedback)-[:REALLY]->(ci))
RETURN created
