// Purpose: keeps what CIs are until an instant as history.
// Parameters: ids, at
// Columns: none
UNWIND $ids AS id
MATCH (c:Ci {id: id}) WHERE c.validFrom < $at
CREATE (v:CiVersion)
SET v = c{.*, id: null, linksChangedAt: null, ciId: c.id, validTo: $at}
