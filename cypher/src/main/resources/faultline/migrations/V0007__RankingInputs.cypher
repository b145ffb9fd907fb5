// What rankings were computed from, oldest first
CREATE CONSTRAINT ranking_input_ranking IF NOT EXISTS FOR (n:RankingInput) REQUIRE n.rankingId IS UNIQUE;
CREATE INDEX ranking_input_at IF NOT EXISTS FOR (n:RankingInput) ON (n.atMillis);
