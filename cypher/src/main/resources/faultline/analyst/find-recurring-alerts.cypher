// Purpose: Which alerts come back again and again?
// Parameter: times = 2 -- how often an alert has fired at least
// Parameter: limit = 50 -- how many rows at the most
// Columns: key, name, times (episodes), repeats (notices), lastStart
MATCH (alert:Alert)
WHERE alert.pastStartsMillis IS NOT NULL
WITH alert, size(alert.pastStartsMillis) + 1 AS times
WHERE times >= $times
RETURN alert.key AS key, alert.name AS name, times, alert.notices AS repeats,
  toString(datetime({epochMillis: alert.startsAtMillis})) AS lastStart
ORDER BY times DESC, key
LIMIT $limit
