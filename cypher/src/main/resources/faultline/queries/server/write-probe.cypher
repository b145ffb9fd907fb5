// Purpose: see whether a write is taken, once room came back on a full disk.
// Parameters: none
// Columns: none
// Scan: meant, because there is one such node at most
MERGE (probe:WriteProbe)
SET probe.at = datetime()
