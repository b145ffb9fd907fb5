// Purpose: gives CIs the labels of their type after its ancestors changed.
// Parameters: rows (id, labels)
// Columns: none
UNWIND $rows AS row
MATCH (c:Ci {id: row.id})
WITH c, row, [label IN labels(c) WHERE label <> 'Ci' AND NOT label IN row.labels] AS otherLabels
REMOVE c:$(otherLabels)
SET c:$(row.labels)
