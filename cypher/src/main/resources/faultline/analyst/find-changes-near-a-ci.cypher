// Purpose: What changed lately at a CI and around it?
// Parameter: ciId = "" -- id of the CI to look around
// Parameter: hours = 1 -- how far to look back
// Parameter: limit = 100 -- how many rows at the most
// Columns: at, kind (deployment or values), id (of the CI), name, what
MATCH (:Ci {id: $ciId}) ((:Ci|CallEdge)--(:Ci|CallEdge)){0,3} (near:Ci)
WITH DISTINCT near, timestamp() - toInteger($hours * 3600000) AS since
CALL (near, since) {
  MATCH (deployment:Deployment)-[:CHANGED]->(near)
  WHERE deployment.startedAtMillis >= since
  RETURN deployment.startedAtMillis AS atMillis, 'deployment' AS kind,
    deployment.service + ' ' + coalesce(deployment.fromVersion, '?') + ' -> ' + deployment.toVersion AS what
  UNION
  WITH near, since
  WHERE near.validFrom >= since
  RETURN near.validFrom AS atMillis, 'values' AS kind, 'the CI is as it is since then' AS what
}
RETURN toString(datetime({epochMillis: atMillis})) AS at, kind, near.id AS id, near.name AS name, what
ORDER BY atMillis DESC, kind, id
LIMIT $limit
