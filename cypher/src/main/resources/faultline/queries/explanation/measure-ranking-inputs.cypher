// Purpose: how much is kept of what rankings were computed from.
// Parameters: none
// Columns: count, bytes
// Scan: meant, because all of it counts
MATCH (input:RankingInput)
RETURN count(input) AS count, coalesce(sum(input.size), 0) AS bytes
