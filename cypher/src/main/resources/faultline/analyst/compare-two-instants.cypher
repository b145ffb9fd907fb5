// Purpose: Which CIs appeared, disappeared or changed between two instants?
// Parameter: from = "2026-01-01T00:00:00Z" -- the earlier instant
// Parameter: to = "2100-01-01T00:00:00Z" -- the later instant
// Parameter: limit = 200 -- how many rows at the most
// Columns: id, change (appeared, disappeared or changed), before (what differs, as it was), after (the same, as it became)
WITH datetime($from).epochMillis AS fromMillis, datetime($to).epochMillis AS toMillis
CALL (fromMillis, toMillis) {
  MATCH (ci:Ci) WHERE fromMillis < ci.validFrom <= toMillis
  RETURN ci.id AS id
  UNION
  MATCH (version:CiVersion) WHERE fromMillis < version.validTo <= toMillis
  RETURN version.ciId AS id
}
WITH id,
  COLLECT {
    MATCH (version:CiVersion {ciId: id}) WHERE version.validFrom <= fromMillis < version.validTo RETURN properties(version) AS properties
    UNION ALL
    MATCH (ci:Ci {id: id}) WHERE ci.validFrom <= fromMillis RETURN properties(ci) AS properties
  }[0] AS earlier,
  COLLECT {
    MATCH (version:CiVersion {ciId: id}) WHERE version.validFrom <= toMillis < version.validTo RETURN properties(version) AS properties
    UNION ALL
    MATCH (ci:Ci {id: id}) WHERE ci.validFrom <= toMillis RETURN properties(ci) AS properties
  }[0] AS later
WHERE earlier IS NOT NULL OR later IS NOT NULL
WITH id, earlier, later,
  [key IN keys(coalesce(earlier, {})) + [key IN keys(coalesce(later, {})) WHERE earlier[key] IS NULL]
    WHERE NOT key IN ['id', 'ciId', 'validFrom', 'validTo', 'linksChangedAt'] AND (earlier[key] IS NULL OR later[key] IS NULL OR earlier[key] <> later[key])] AS differing
WHERE size(differing) > 0
RETURN id, CASE WHEN earlier IS NULL THEN 'appeared' WHEN later IS NULL THEN 'disappeared' ELSE 'changed' END AS change,
  [key IN differing | [key, earlier[key]]] AS before, [key IN differing | [key, later[key]]] AS after
ORDER BY change, id
LIMIT $limit
