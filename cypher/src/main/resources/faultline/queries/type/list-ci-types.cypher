// Purpose: every CI type as it is stored.
// Parameters: none
// Columns: name, definition (JSON), version, edited
// Scan: meant, because there are few types
MATCH (t:CiType)
RETURN t.name AS name, t.definition AS definition, t.version AS version, t.edited AS edited
ORDER BY name
