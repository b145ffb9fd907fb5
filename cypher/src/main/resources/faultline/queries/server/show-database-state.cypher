// Purpose: whether the server's databases take writes, and what keeps them from it.
// Parameters: none
// Columns: name, access, message
SHOW DATABASES YIELD name, access, statusMessage
RETURN name, access, statusMessage AS message
