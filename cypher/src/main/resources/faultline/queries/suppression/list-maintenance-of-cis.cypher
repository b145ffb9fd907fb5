// Purpose: the maintenance windows of any of these CIs that were active at some time of a range, earliest first.
// Parameters: ciIds, fromMillis, toMillis (exclusive), limit
// Columns: suppression (its properties)
UNWIND $ciIds AS ciId
MATCH (:Ci {id: ciId})<-[:COVERS]-(suppression:Suppression)
WHERE suppression.fromMillis < $toMillis AND suppression.overMillis > $fromMillis AND suppression.overMillis > suppression.fromMillis
WITH DISTINCT suppression
ORDER BY suppression.fromMillis, suppression.id
LIMIT $limit
RETURN properties(suppression) AS suppression
ORDER BY suppression.fromMillis, suppression.id
