// Purpose: makes retired CIs ready to be written as current ones.
// Parameters: ids
// Columns: none
UNWIND $ids AS id
MATCH (c:RetiredCi {id: id})
SET c:Ci
REMOVE c:RetiredCi
