// Purpose: the version of the server.
// Parameters: none
// Columns: version
CALL dbms.components() YIELD name, versions
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version
