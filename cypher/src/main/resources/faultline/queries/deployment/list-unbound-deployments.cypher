// Purpose: deployments that name a place which no CI matched so far, in order of their ids.
// Parameters: afterId (exclusive; empty for the first), limit
// Columns: deployment
MATCH (deployment:UnboundDeployment)
WHERE deployment.id > $afterId
RETURN properties(deployment) AS deployment
ORDER BY deployment.id
LIMIT $limit
