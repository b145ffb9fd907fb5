// Purpose: how many CIs there are of each type, those of types that inherit from it included.
// Parameters: none
// Columns: label, count
// Scan: meant, because it counts all CIs
MATCH (c:Ci)
UNWIND labels(c) AS label
WITH label, count(*) AS count WHERE label <> 'Ci'
RETURN label, count
ORDER BY count DESC, label
