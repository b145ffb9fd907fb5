// Purpose: the last segment of a journal whose windows are in the graph.
// Parameters: journalId
// Columns: segment
MATCH (journal:SpanJournal {id: $journalId})
RETURN journal.segment AS segment
