// Purpose: those of some instances that answered calls since a minute.
// Parameters: instanceIds, sinceMinute
// Columns: instanceId
UNWIND $instanceIds AS instanceId
WITH instanceId
WHERE EXISTS { MATCH (edge:CallEdge {calleeInstanceId: instanceId}) WHERE edge.lastSeenMinute >= $sinceMinute }
RETURN instanceId
