// What CIs log, by minute
CREATE CONSTRAINT log_window_key IF NOT EXISTS FOR (n:LogWindow) REQUIRE (n.ciId, n.minute, n.level, n.template) IS UNIQUE;
CREATE INDEX log_window_ci IF NOT EXISTS FOR (n:LogWindow) ON (n.ciId, n.minute);
CREATE INDEX log_window_minute IF NOT EXISTS FOR (n:LogWindow) ON (n.minute);
