// Purpose: the current CIs that identity keys lead to.
// Parameters: keys
// Columns: key, ciId, ciType
UNWIND $keys AS key
MATCH (:Identity {key: key})-[:IDENTIFIES]->(c:Ci)
RETURN key, c.id AS ciId, c.type AS ciType
