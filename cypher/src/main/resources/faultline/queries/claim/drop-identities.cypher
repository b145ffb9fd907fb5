// Purpose: frees identity keys that lead to a CI no more.
// Parameters: keys
// Columns: none
UNWIND $keys AS key
MATCH (i:Identity {key: key})
DETACH DELETE i
