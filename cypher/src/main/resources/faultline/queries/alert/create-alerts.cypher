// Purpose: store new alerts, and link them to what they are about; those without it are marked for later.
// Parameters: rows (properties, ciIds, edgeIds, unbound)
// Columns: none
UNWIND $rows AS row
CREATE (alert:Alert)
SET alert = row.properties
FOREACH (_ IN CASE WHEN row.unbound THEN [1] ELSE [] END | SET alert:UnboundAlert)
WITH alert, row
CALL (alert, row) {
  UNWIND row.ciIds AS ciId
  MATCH (ci:Ci {id: ciId})
  CREATE (alert)-[:ON]->(ci)
}
CALL (alert, row) {
  UNWIND row.edgeIds AS edgeId
  MATCH (edge:CallEdge {id: edgeId})
  CREATE (alert)-[:ON]->(edge)
}
