// Purpose: writes CI types with what they inherit from and may lead to.
// Parameters: rows (name, parent, relations with name and to, properties)
// Columns: none
UNWIND $rows AS row
MERGE (t:CiType {name: row.name})
SET t = row.properties
WITH t, row
OPTIONAL MATCH (t)-[old:INHERITS_FROM|ALLOWS]->()
DELETE old
WITH DISTINCT t, row
FOREACH (parent IN CASE WHEN row.parent IS NULL THEN [] ELSE [row.parent] END |
  MERGE (p:CiType {name: parent})
  MERGE (t)-[:INHERITS_FROM]->(p))
FOREACH (relation IN row.relations |
  MERGE (target:CiType {name: relation.to})
  MERGE (t)-[:ALLOWS {name: relation.name}]->(target))
