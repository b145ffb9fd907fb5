// Purpose: the claims of a scope, as briefly as an unchanged run needs them.
// Parameters: source, scope
// Columns: key, ciId, ciType, contentHash, problems
MATCH (c:Claim {source: $source, scope: $scope}) WHERE c.key IS NOT NULL
RETURN c.key AS key, c.ciId AS ciId, c.ciType AS ciType, c.contentHash AS contentHash, c.problems AS problems
