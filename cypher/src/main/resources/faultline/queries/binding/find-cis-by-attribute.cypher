// Purpose: the CIs of one type that have one of these values in an attribute.
// Parameters: label, attribute, values
// Columns: value, within (names of the CIs that it is related to), ciId
// Scan: meant, because any attribute may be asked for; it reads the CIs of one type once for all values
MATCH (ci:$($label))
WHERE ci[$attribute] IN $values
RETURN toString(ci[$attribute]) AS value, COLLECT { MATCH (ci)-->(whole:Ci) RETURN DISTINCT whole.name LIMIT 100 } AS within, ci.id AS ciId
LIMIT 10000
