// Purpose: keep which suppressions hold alerts back from an instant on, and which no longer do; what is kept already stays as it is.
// Parameters: rows (key, begun and ended: ids of suppressions), in ascending order of keys, so that two writers cannot wait for each
//   other; atMillis
// Columns: none
UNWIND $rows AS row
MATCH (alert:Alert {key: row.key})
CALL (alert, row) {
  UNWIND row.ended AS id
  MATCH (alert)-[held:SUPPRESSED_BY]->(:Suppression {id: id})
  WHERE held.toMillis IS NULL
  SET held.toMillis = $atMillis
}
CALL (alert, row) {
  UNWIND row.begun AS id
  MATCH (suppression:Suppression {id: id})
  WHERE NOT EXISTS { MATCH (alert)-[held:SUPPRESSED_BY]->(suppression) WHERE held.toMillis IS NULL }
  CREATE (alert)-[:SUPPRESSED_BY {fromMillis: $atMillis}]->(suppression)
}
