// Purpose: which incidents an incident took in, and which took it in, earliest first.
// Parameters: incidentId
// Columns: atMillis, otherId, title (of the other one), tookIn (whether the incident took the other in)
MATCH (incident:Incident {id: $incidentId})
CALL (incident) {
  MATCH (other:Incident)-[merged:MERGED_INTO]->(incident)
  RETURN merged.atMillis AS atMillis, other, true AS tookIn
  UNION
  MATCH (incident)-[merged:MERGED_INTO]->(other:Incident)
  RETURN merged.atMillis AS atMillis, other, false AS tookIn
}
RETURN atMillis, other.id AS otherId, other.title AS title, tookIn
ORDER BY atMillis, otherId
