// Purpose: all alerts as rows, to be written again by the plain driver.
// Parameters: none
// Columns: properties, ciId
// Scan: meant, because a benchmark reads back all that it wrote
MATCH (alert:Alert)-[:ON]->(ci:Ci)
RETURN properties(alert) AS properties, ci.id AS ciId
