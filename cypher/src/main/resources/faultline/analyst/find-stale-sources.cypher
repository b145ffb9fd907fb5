// Purpose: Which sources have not completed a run for too long?
// Parameter: hours = 24 -- how old the latest complete run may be
// Columns: source, scope, lastComplete (null where none ever was), lastOutcome
MATCH (run:Run)
WITH run ORDER BY run.startedAtMillis DESC
WITH run.source AS source, run.scope AS scope, max(CASE WHEN run.outcome = 'COMPLETE' THEN run.startedAtMillis END) AS completeMillis,
  head(collect(run.outcome)) AS lastOutcome
WHERE completeMillis IS NULL OR completeMillis < timestamp() - toInteger($hours * 3600000)
RETURN source, scope, CASE WHEN completeMillis IS NULL THEN null ELSE toString(datetime({epochMillis: completeMillis})) END AS lastComplete,
  lastOutcome
ORDER BY source, scope
