// Purpose: claims of a scope on CIs without windows of logs, but for those that another CI is an instance or a part of.
// Parameters: source, scope, limit
// Columns: key
MATCH (claim:Claim {source: $source, scope: $scope})-[:ABOUT]->(ci:Ci)
WHERE claim.key IS NOT NULL
  AND NOT EXISTS { MATCH (window:LogWindow {ciId: ci.id}) WHERE window.minute >= 0 }
  AND NOT EXISTS { (ci)<-[:INSTANCE_OF|PART_OF]-(:Ci) }
RETURN claim.key AS key
LIMIT $limit
