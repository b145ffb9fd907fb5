// Purpose: take the journal's node for this transaction, and move it to a segment unless it is there already.
// Parameters: journalId, segment
// Columns: advanced (whether the segment is new)
MERGE (journal:SpanJournal {id: $journalId})
ON CREATE SET journal.segment = -1
SET journal.taken = $segment
WITH journal, journal.segment < $segment AS advanced
SET journal.segment = CASE WHEN advanced THEN $segment ELSE journal.segment END
RETURN advanced
