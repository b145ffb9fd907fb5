// Purpose: CIs for a benchmark to walk over, written without a look at what there is.
// Parameters: rows (labels, properties)
// Columns: none
UNWIND $rows AS row
CREATE (ci:Ci:$(row.labels))
SET ci = row.properties
