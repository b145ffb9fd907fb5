// Purpose: the CIs that fit each lookup by name, two at most: one is meant, two are ambiguous.
// Parameters: lookups (index, value, label or null, within or null)
// Columns: index, ciIds
UNWIND $lookups AS lookup
CALL (lookup) {
  MATCH (ci:Ci {name: lookup.value})
  WHERE (lookup.label IS NULL OR lookup.label IN labels(ci))
    AND (lookup.within IS NULL OR EXISTS { MATCH (ci)-->(whole:Ci) WHERE whole.name = lookup.within })
  RETURN ci.id AS ciId
  LIMIT 2
}
RETURN lookup.index AS index, collect(ciId) AS ciIds
