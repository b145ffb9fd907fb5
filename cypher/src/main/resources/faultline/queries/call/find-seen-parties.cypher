// Purpose: those of some CIs that called or answered calls since a minute.
// Parameters: ciIds, sinceMinute
// Columns: ciId
UNWIND $ciIds AS ciId
WITH ciId
WHERE EXISTS { MATCH (edge:CallEdge {calleeInstanceId: ciId}) WHERE edge.lastSeenMinute >= $sinceMinute }
  OR EXISTS { MATCH (edge:CallEdge {calleeId: ciId}) WHERE edge.lastSeenMinute >= $sinceMinute }
  OR EXISTS { MATCH (edge:CallEdge {callerId: ciId}) WHERE edge.lastSeenMinute >= $sinceMinute }
RETURN ciId
