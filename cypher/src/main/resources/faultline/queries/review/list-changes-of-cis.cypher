// Purpose: what changed of CIs and their relations in a span of time, earliest first.
// Parameters: ciIds, fromMillis, toMillis (before it), limit
// Columns: atMillis, ciId, what (CHANGED, APPEARED, RETIRED, RELATION_BEGAN or RELATION_ENDED), type (of the relation, else null), otherId (its other end, else null)
UNWIND $ciIds AS ciId
CALL (ciId) {
  MATCH (ci:Ci {id: ciId}) WHERE $fromMillis <= ci.validFrom < $toMillis
  RETURN ci.validFrom AS atMillis,
    CASE WHEN EXISTS { MATCH (v:CiVersion {ciId: ciId}) WHERE v.validFrom <= ci.validFrom } THEN 'CHANGED' ELSE 'APPEARED' END AS what,
    null AS type, null AS otherId
  UNION
  MATCH (ci:RetiredCi {id: ciId}) WHERE $fromMillis <= ci.retiredAt < $toMillis
  RETURN ci.retiredAt AS atMillis, 'RETIRED' AS what, null AS type, null AS otherId
  UNION
  MATCH (v:CiVersion {ciId: ciId}) WHERE v.validFrom IS NOT NULL AND $fromMillis <= v.validTo < $toMillis
  RETURN v.validTo AS atMillis, 'CHANGED' AS what, null AS type, null AS otherId
  UNION
  MATCH (v:RelationVersion {fromId: ciId}) WHERE v.validFrom IS NOT NULL AND $fromMillis <= v.validTo < $toMillis
  RETURN v.validTo AS atMillis, 'RELATION_ENDED' AS what, v.type AS type, v.toId AS otherId
  UNION
  MATCH (:Ci {id: ciId})-[r]->(other:Ci) WHERE $fromMillis <= r.validFrom < $toMillis
  RETURN r.validFrom AS atMillis, 'RELATION_BEGAN' AS what, type(r) AS type, other.id AS otherId
}
RETURN atMillis, ciId, what, type, otherId
ORDER BY atMillis, ciId, what, type, otherId
LIMIT $limit
