// Purpose: the CIs that identity keys lead to, retired ones among them.
// Parameters: keys
// Columns: id
UNWIND $keys AS key
MATCH (:Identity {key: key})-[:IDENTIFIES]->(c)
RETURN DISTINCT c.id AS id
