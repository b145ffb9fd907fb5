// Purpose: add what windows of logs counted to what is stored, and keep the first lines to show.
// Parameters: windows (ciId, minute, level, template, count, samples, traceIds), samplesMax
// Columns: none
UNWIND $windows AS row
MERGE (window:LogWindow {ciId: row.ciId, minute: row.minute, level: row.level, template: row.template})
ON CREATE SET window.count = row.count, window.samples = row.samples, window.traceIds = row.traceIds
ON MATCH SET window.count = window.count + row.count,
  window.samples = (window.samples + row.samples)[0..$samplesMax],
  window.traceIds = (window.traceIds + row.traceIds)[0..$samplesMax]
