// Purpose: some claims of a scope by their keys, as briefly as an unchanged run needs them.
// Parameters: source, scope, keys
// Columns: key, ciId, ciType, contentHash, problems
UNWIND $keys AS key
MATCH (c:Claim {source: $source, scope: $scope, key: key})
RETURN key, c.ciId AS ciId, c.ciType AS ciType, c.contentHash AS contentHash, c.problems AS problems
