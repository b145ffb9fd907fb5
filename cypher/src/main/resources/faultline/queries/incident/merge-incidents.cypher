// Purpose: record that an incident took others in; they keep their alerts and rankings and are resolved.
// Parameters: intoId, absorbedIds, atMillis
// Columns: merged (how many of them there are)
MATCH (into:Incident {id: $intoId})
UNWIND $absorbedIds AS absorbedId
MATCH (absorbed:Incident {id: absorbedId})
MERGE (absorbed)-[merged:MERGED_INTO]->(into)
ON CREATE SET merged.atMillis = $atMillis
SET absorbed.mergedIntoId = $intoId,
    absorbed.state = 'RESOLVED',
    absorbed.updatedAtMillis = $atMillis,
    absorbed.resolvedAtMillis = coalesce(absorbed.resolvedAtMillis, $atMillis)
RETURN count(absorbed) AS merged
