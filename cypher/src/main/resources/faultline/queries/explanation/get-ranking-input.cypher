// Purpose: what a version of a ranking was computed from.
// Parameters: rankingId
// Columns: bytes (compressed)
MATCH (input:RankingInput {rankingId: $rankingId})
RETURN input.bytes AS bytes
