// Purpose: services for a benchmark to hang things on.
// Parameters: names
// Columns: none
UNWIND $names AS name
CREATE (:Ci:Service {id: name, type: 'Service', name: name, validFrom: 0})
