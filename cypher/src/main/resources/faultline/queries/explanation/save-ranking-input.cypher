// Purpose: keep what a version of a ranking was computed from; what is kept already stays as it is.
// Parameters: rankingId, atMillis (when it was ranked), bytes (compressed), size (how many bytes they are)
// Columns: none
MATCH (ranking:Ranking {id: $rankingId})
MERGE (input:RankingInput {rankingId: $rankingId})
ON CREATE SET input.atMillis = $atMillis, input.bytes = $bytes, input.size = $size
MERGE (ranking)-[:COMPUTED_FROM]->(input)
