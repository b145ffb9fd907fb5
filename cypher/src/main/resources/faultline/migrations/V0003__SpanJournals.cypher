// How far the journals of spans are written
CREATE CONSTRAINT span_journal_id IF NOT EXISTS FOR (n:SpanJournal) REQUIRE n.id IS UNIQUE;
