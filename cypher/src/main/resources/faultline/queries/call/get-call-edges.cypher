// Purpose: call edges by their ids, in no order.
// Parameters: ids
// Columns: edge (its properties)
UNWIND $ids AS id
MATCH (edge:CallEdge {id: id})
RETURN properties(edge) AS edge
