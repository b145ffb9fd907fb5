// Purpose: remove the oldest of what rankings were computed from: what is from before an instant, and more until the rest fits.
// Parameters: beforeMillis, bytesMax (how much may stay), limit (how many are removed at the most)
// Columns: retired
// Scan: meant, because all of it counts
MATCH (input:RankingInput)
WITH coalesce(sum(input.size), 0) AS bytes
MATCH (input:RankingInput) WHERE input.atMillis >= 0
WITH bytes, input ORDER BY input.atMillis, input.rankingId LIMIT $limit
WITH bytes, collect(input) AS oldest
WITH bytes, oldest, reduce(state = {kept: bytes, gone: []}, input IN oldest |
  CASE WHEN state.kept > $bytesMax OR input.atMillis < $beforeMillis
    THEN {kept: state.kept - input.size, gone: state.gone + [input.rankingId]} ELSE state END) AS result
UNWIND result.gone AS rankingId
MATCH (input:RankingInput {rankingId: rankingId})
DETACH DELETE input
RETURN count(*) AS retired
