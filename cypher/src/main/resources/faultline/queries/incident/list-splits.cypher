// Purpose: which incidents people split, by those that both parts are in now.
// Parameters: ids (of the incidents that are asked for)
// Columns: id (one that is asked for), otherId (what is kept apart from it)
UNWIND $ids AS id
MATCH (incident:Incident {id: id})<-[:MERGED_INTO*0..20]-(:Incident)-[:SPLIT_FROM]-(:Incident)-[:MERGED_INTO*0..20]->(other:Incident)
WHERE other.mergedIntoId IS NULL AND other.id <> id
RETURN DISTINCT id, other.id AS otherId
