// What people say of rankings
CREATE CONSTRAINT feedback_id IF NOT EXISTS FOR (n:Feedback) REQUIRE n.id IS UNIQUE;
CREATE INDEX feedback_at IF NOT EXISTS FOR (n:Feedback) ON (n.atMillis);
