// Purpose: the suppressions of these ids.
// Parameters: ids
// Columns: suppression (its properties)
UNWIND $ids AS id
MATCH (suppression:Suppression {id: id})
RETURN properties(suppression) AS suppression
