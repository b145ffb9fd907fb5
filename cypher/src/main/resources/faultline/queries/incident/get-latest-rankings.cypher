// Purpose: the latest ranking of each of some incidents, with its causes by rank.
// Parameters: incidentIds
// Columns: ranking (its properties), causes (their properties)
UNWIND $incidentIds AS incidentId
MATCH (incident:Incident {id: incidentId})
MATCH (ranking:Ranking {id: incident.id + '#' + toString(incident.rankingVersion)})
RETURN properties(ranking) AS ranking,
       COLLECT { MATCH (ranking)-[:NAMES]->(cause:Cause) RETURN properties(cause) ORDER BY cause.rank } AS causes
