// What is to be told to others
CREATE CONSTRAINT outgoing_notice_id IF NOT EXISTS FOR (n:OutgoingNotice) REQUIRE n.id IS UNIQUE;
CREATE INDEX outgoing_notice_due IF NOT EXISTS FOR (n:OutgoingNotice) ON (n.dueAtMillis);
