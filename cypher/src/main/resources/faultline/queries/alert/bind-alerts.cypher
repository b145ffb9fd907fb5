// Purpose: link stored alerts to what they are about now, in place of what they were linked to.
// Parameters: rows (key, ciIds, edgeIds, changes: the ids as properties)
// Columns: none
UNWIND $rows AS row
MATCH (alert:Alert {key: row.key})
SET alert += row.changes
REMOVE alert:UnboundAlert
WITH alert, row
CALL (alert) {
  MATCH (alert)-[old:ON]->()
  DELETE old
}
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
