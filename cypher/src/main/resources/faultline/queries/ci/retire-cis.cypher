// Purpose: takes CIs out of the current graph and leaves their nodes for what points at them.
// Parameters: ids, at
// Columns: none
UNWIND $ids AS id
MATCH (c:Ci {id: id})
WITH c, labels(c) AS currentLabels
REMOVE c:$(currentLabels)
SET c:RetiredCi, c.retiredAt = $at
