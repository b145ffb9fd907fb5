// Purpose: the stored deployment of an id, locked until the transaction ends; it is made where it does not exist.
// Parameters: id
// Columns: deployment (with no more than its id where it is new)
MERGE (deployment:Deployment {id: $id})
SET deployment.lock = true
REMOVE deployment.lock
RETURN properties(deployment) AS deployment
