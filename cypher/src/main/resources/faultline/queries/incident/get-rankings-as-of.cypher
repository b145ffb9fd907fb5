// Purpose: the latest kept ranking of each of some incidents that was made by an instant, with its causes by rank.
// Parameters: incidentIds, atMillis
// Columns: ranking (its properties), causes (their properties)
UNWIND $incidentIds AS incidentId
CALL (incidentId) {
  MATCH (:Incident {id: incidentId})-[:RANKED]->(ranking:Ranking)
  WHERE ranking.atMillis <= $atMillis
  RETURN ranking
  ORDER BY ranking.version DESC
  LIMIT 1
}
RETURN properties(ranking) AS ranking,
       COLLECT { MATCH (ranking)-[:NAMES]->(cause:Cause) RETURN properties(cause) ORDER BY cause.rank } AS causes
