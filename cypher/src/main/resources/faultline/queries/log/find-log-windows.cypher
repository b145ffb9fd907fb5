// Purpose: how often some CIs logged what in a span of time, in the order of the CIs.
// Parameters: ciIds, fromMinute, toMinute (not in it), limit
// Columns: ciId, minute, level, template, count, samples, traceIds (lists of the same length)
UNWIND range(0, size($ciIds) - 1) AS place
MATCH (window:LogWindow {ciId: $ciIds[place]})
USING INDEX window:LogWindow(ciId, minute)
WHERE $fromMinute <= window.minute < $toMinute
RETURN window.ciId AS ciId, window.minute AS minute, window.level AS level, window.template AS template, window.count AS count,
  window.samples AS samples, window.traceIds AS traceIds
ORDER BY place, template, level, minute
LIMIT $limit
