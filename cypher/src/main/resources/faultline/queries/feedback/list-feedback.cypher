// Purpose: what people said of the rankings of incidents, latest first.
// Parameters: incidentIds, limit (of each incident)
// Columns: feedback (its properties)
UNWIND $incidentIds AS incidentId
CALL (incidentId) {
  MATCH (:Incident {id: incidentId})-[:JUDGED]->(feedback:Feedback)
  RETURN feedback
  ORDER BY feedback.atMillis DESC, feedback.id
  LIMIT $limit
}
RETURN properties(feedback) AS feedback
