// Purpose: keeps how a run went and what it changed.
// Parameters: id, source, properties
// Columns: none
MERGE (:Source {name: $source})
MERGE (r:Run {id: $id})
SET r = $properties
