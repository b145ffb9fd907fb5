// Purpose: Which CIs have an attribute that holds a text?
// Parameter: attribute = "name" -- name of the attribute
// Parameter: text = "" -- what the value contains, whatever the case
// Parameter: limit = 100 -- how many rows at the most
// Columns: id, type, name, value
MATCH (ci:Ci)
WHERE toLower(toStringOrNull(ci[$attribute])) CONTAINS toLower($text)
RETURN ci.id AS id, ci.type AS type, ci.name AS name, ci[$attribute] AS value
ORDER BY type, name, id
LIMIT $limit
