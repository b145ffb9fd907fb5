// Purpose: the names of CIs, of those that are retired as well; ids that were never known have none.
// Parameters: ids
// Columns: id, name
UNWIND $ids AS id
OPTIONAL MATCH (current:Ci {id: id})
OPTIONAL MATCH (retired:RetiredCi {id: id})
WITH id, coalesce(current.name, retired.name) AS name
WHERE name IS NOT NULL
RETURN id, name
