// Purpose: writes what CIs are from an instant on; new ones and those that are there.
// Parameters: rows (id, labels, properties)
// Columns: none
UNWIND $rows AS row
MERGE (c:Ci {id: row.id})
WITH c, row, c.linksChangedAt AS linksChangedAt, [label IN labels(c) WHERE label <> 'Ci' AND NOT label IN row.labels] AS otherLabels
REMOVE c:$(otherLabels)
SET c = row.properties, c.linksChangedAt = linksChangedAt
SET c:$(row.labels)
