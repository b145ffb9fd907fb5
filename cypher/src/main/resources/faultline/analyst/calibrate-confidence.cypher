// Purpose: How often was a cause right that the ranking was so sure of, by what people said of it?
// Parameter: days = 365 -- how far to look back
// Columns: from, to (confidence), judged, right, share (of those that were right), stated (mean confidence)
MATCH (incident:Incident)-[:JUDGED]->(feedback:Feedback)
WHERE feedback.atMillis >= timestamp() - toInteger($days * 86400000) AND feedback.ciId IS NOT NULL
WITH incident.id AS incidentId, feedback ORDER BY feedback.atMillis DESC
WITH incidentId, feedback.ciId AS ciId, collect(feedback)[0] AS latest
WITH latest, CASE WHEN latest.confidence >= 1 THEN 9 ELSE toInteger(floor(latest.confidence * 10)) END AS bucket,
  CASE latest.verdict WHEN 'CONFIRMED' THEN 1 ELSE 0 END AS isRight
RETURN bucket / 10.0 AS from, (bucket + 1) / 10.0 AS to, count(*) AS judged, sum(isRight) AS right,
  round(avg(isRight), 3) AS share, round(avg(latest.confidence), 3) AS stated
ORDER BY from
