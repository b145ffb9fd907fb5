// Purpose: ends claims at an instant; they stay as history.
// Parameters: source, scope, keys, at
// Columns: none
UNWIND $keys AS key
MATCH (c:Claim {source: $source, scope: $scope, key: key})
REMOVE c:Claim
SET c:GoneClaim, c.goneAtMillis = $at
