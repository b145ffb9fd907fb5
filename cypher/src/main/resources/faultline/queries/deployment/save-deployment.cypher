// Purpose: set all properties of a deployment, and link it to the CIs that it changed, in place of earlier links.
// Parameters: id, properties, links (place, ciId), unbound
// Columns: none
MATCH (deployment:Deployment {id: $id})
SET deployment = $properties
REMOVE deployment:UnboundDeployment
FOREACH (_ IN CASE WHEN $unbound THEN [1] ELSE [] END | SET deployment:UnboundDeployment)
WITH deployment
CALL (deployment) {
  MATCH (deployment)-[old:CHANGED]->()
  DELETE old
}
CALL (deployment) {
  UNWIND $links AS link
  MATCH (ci:Ci {id: link.ciId})
  CREATE (deployment)-[:CHANGED {place: link.place}]->(ci)
}
