package dev.faultline.api.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every key of the settings: the one place of names, defaults and rules.
public final class Keys {
    private static final long MIB = 1024L * 1024;

    public static final Setting<Path> DATA_DIRECTORY = Setting.of("data.directory", ValueKind.path(), "~/.faultline",
            "where tokens and the embedded Neo4j keep their data");

    public static final Setting<Optional<String>> NEO4J_URI = Setting.of("neo4j.uri", ValueKind.optionalText(), "",
            "Neo4j to use, such as neo4j://host:7687; without one Faultline runs its own");
    public static final Setting<String> NEO4J_USER = Setting.of("neo4j.user", ValueKind.text(), "neo4j", "user of the Neo4j to use");
    public static final Setting<Optional<String>> NEO4J_PASSWORD = Setting.secret("neo4j.password", ValueKind.optionalText(), "",
            "password of the Neo4j to use");
    public static final Setting<Integer> NEO4J_PORT = Setting.of("neo4j.port", ValueKind.integer(0, 65_535), "0",
            "Bolt port of Faultline's own Neo4j; 0 takes any free one");
    public static final Setting<Integer> NEO4J_HEAP_MEGABYTES = Setting.of("neo4j.heap-megabytes", ValueKind.integer(128, 1_000_000),
            "1024", "heap of Faultline's own Neo4j");
    public static final Setting<Integer> NEO4J_PAGE_CACHE_MEGABYTES = Setting.of("neo4j.page-cache-megabytes",
            ValueKind.integer(8, 1_000_000), "256", "page cache of Faultline's own Neo4j");

    public static final Setting<String> HTTP_HOST = Setting.of("http.host", ValueKind.text(), "127.0.0.1",
            "address that the server listens on");
    public static final Setting<Integer> HTTP_PORT = Setting.of("http.port", ValueKind.integer(0, 65_535), "8620",
            "port that the server listens on; 0 takes any free one");
    public static final Setting<List<String>> HTTP_ALLOWED_HOSTS = Setting.of("http.allowed-hosts", ValueKind.texts(), "",
            "further host names that requests may be addressed to");
    public static final Setting<Optional<PublicUrl>> HTTP_PUBLIC_URL = Setting.of("http.public-url", ValueKind.publicUrl(), "",
            "where browsers reach the server, such as https://faultline.example.com, if a proxy is in front of it");
    public static final Setting<Integer> HTTP_THREADS_MAX = Setting.of("http.threads-max", ValueKind.integer(8, 1000), "64",
            "threads that answer requests");
    public static final Setting<Integer> HTTP_CONNECTIONS_MAX = Setting.of("http.connections-max", ValueKind.integer(8, 100_000), "1024",
            "connections open at a time; further ones wait");
    public static final Setting<Duration> HTTP_IDLE_MAX = Setting.of("http.idle-max",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofHours(1)), "30s",
            "how long a client may send nothing, and how long it may take to send the head of a request");
    public static final Setting<Duration> HTTP_BODY_TIME_MAX = Setting.of("http.body-time-max",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofHours(1)), "30s", "how long a client may take to send a body");
    public static final Setting<Duration> HTTP_STOP_TIME_MAX = Setting.of("http.stop-time-max",
            ValueKind.duration(Duration.ZERO, Duration.ofMinutes(10)), "10s", "how long running requests may take to end on stop");

    public static final Setting<Optional<String>> ADMIN_TOKEN = Setting.secret("security.admin-token", ValueKind.optionalText(), "",
            "token that opens every route; made at first start where none is set");
    public static final Setting<Optional<String>> INGEST_TOKEN = Setting.secret("security.ingest-token", ValueKind.optionalText(), "",
            "token that opens the routes that take data in; made at first start where none is set");
    public static final Setting<Optional<String>> METRICS_TOKEN = Setting.secret("security.metrics-token", ValueKind.optionalText(), "",
            "token that opens /metrics and nothing else; made at first start where none is set");
    public static final Setting<Duration> SESSION_AGE_MAX = Setting.of("security.session-age-max",
            ValueKind.duration(Duration.ofMinutes(1), Duration.ofDays(30)), "12h", "how long a browser stays logged in");

    public static final Setting<Optional<String>> ALERT_RULES = Setting.of("alert.rules", ValueKind.optionalText(), "",
            "YAML file with the rules by which labels of alerts are read; without one Faultline's own apply");
    public static final Setting<Optional<String>> ALERTS_MAPPINGS = Setting.of("alerts.mappings", ValueKind.optionalText(), "",
            "YAML file with mappings for the messages of further monitors, beside Faultline's own");
    public static final Setting<Duration> ALERTS_EXPIRE_AFTER = Setting.of("alerts.expire-after",
            ValueKind.duration(Duration.ofMinutes(1), Duration.ofDays(365)), "24h",
            "how long nothing may be heard of an alert that fires before it is resolved; longer than monitors take to repeat");
    public static final Setting<String> SYSLOG_HOST = Setting.of("syslog.host", ValueKind.text(), "127.0.0.1",
            "address that syslog is listened for on");
    public static final Setting<Integer> SYSLOG_PORT = Setting.of("syslog.port", ValueKind.integer(0, 65_535), "0",
            "port that syslog is listened for on, over UDP and TCP; 0 listens for none");
    public static final Setting<String> SNMP_HOST = Setting.of("snmp.host", ValueKind.text(), "127.0.0.1",
            "address that SNMP traps are listened for on");
    public static final Setting<Integer> SNMP_PORT = Setting.of("snmp.port", ValueKind.integer(0, 65_535), "0",
            "port that SNMP traps are listened for on; 0 listens for none");
    public static final Setting<Optional<String>> SNMP_COMMUNITY = Setting.secret("snmp.community", ValueKind.optionalText(), "",
            "community of traps of version 2c; without one they are refused");
    public static final Setting<Optional<String>> SNMP_USER = Setting.of("snmp.user", ValueKind.optionalText(), "",
            "user of traps of version 3; without one they are refused");
    public static final Setting<String> SNMP_AUTHENTICATION = Setting.of("snmp.authentication", ValueKind.text(), "SHA-256",
            "how the user's traps are authenticated: SHA-1, SHA-256 or SHA-512");
    public static final Setting<Optional<String>> SNMP_AUTHENTICATION_PASSPHRASE = Setting.secret("snmp.authentication-passphrase",
            ValueKind.optionalText(), "", "passphrase by which the user's traps are authenticated");
    public static final Setting<String> SNMP_PRIVACY = Setting.of("snmp.privacy", ValueKind.text(), "AES-128",
            "how the user's traps are encrypted, where there is a passphrase for it: AES-128 or AES-256");
    public static final Setting<Optional<String>> SNMP_PRIVACY_PASSPHRASE = Setting.secret("snmp.privacy-passphrase",
            ValueKind.optionalText(), "", "passphrase by which the user's traps are encrypted; without one they need not be");
    public static final Setting<Duration> HOST_INTERVAL = Setting.of("host.interval",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofHours(24)), "30s", "how often this host is discovered");
    public static final Setting<Duration> INCIDENTS_QUIET = Setting.of("incidents.quiet",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofHours(24)), "5m",
            "how long no alert of an incident may fire before it is resolved");
    public static final Setting<Duration> INCIDENTS_REOPEN = Setting.of("incidents.reopen",
            ValueKind.duration(Duration.ZERO, Duration.ofHours(24)), "10m",
            "how long after its resolution an incident takes alerts that come back");
    public static final Setting<Duration> RANKING_LEAD = Setting.of("ranking.lead",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofHours(1)), "2m",
            "how long before its first alert a fault may have begun, at least what alerting rules wait for");
    public static final Setting<Optional<String>> PROMETHEUS_URL = Setting.of("prometheus.url", ValueKind.optionalText(), "",
            "metric store with the HTTP API of Prometheus, such as http://prometheus:9090; without one there is no evidence of metrics");
    public static final Setting<Optional<String>> PROMETHEUS_TOKEN = Setting.secret("prometheus.token", ValueKind.optionalText(), "",
            "bearer token that the metric store asks for");
    public static final Setting<Optional<String>> PROMETHEUS_TOKEN_FILE = Setting.of("prometheus.token-file", ValueKind.optionalText(), "",
            "file with the bearer token, read for each query");
    public static final Setting<Optional<String>> PROMETHEUS_USER = Setting.of("prometheus.user", ValueKind.optionalText(), "",
            "user that the metric store asks for");
    public static final Setting<Optional<String>> PROMETHEUS_PASSWORD = Setting.secret("prometheus.password", ValueKind.optionalText(), "",
            "password of that user");
    public static final Setting<Optional<String>> PROMETHEUS_PASSWORD_FILE = Setting.of("prometheus.password-file",
            ValueKind.optionalText(), "", "file with the password, read for each query");
    public static final Setting<Optional<String>> PROMETHEUS_TENANT = Setting.of("prometheus.tenant", ValueKind.optionalText(), "",
            "tenant that is asked for in X-Scope-OrgID");
    public static final Setting<Optional<String>> PROMETHEUS_RULES = Setting.of("prometheus.rules", ValueKind.optionalText(), "",
            "YAML file with queries and their meaning, in addition to Faultline's own");
    public static final Setting<Duration> PROMETHEUS_STEP = Setting.of("prometheus.step",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)), "15s", "time between two values of a series");
    public static final Setting<Duration> PROMETHEUS_RANGE = Setting.of("prometheus.range",
            ValueKind.duration(Duration.ofSeconds(2), Duration.ofHours(1)), "2m",
            "time that rates are taken over, at least twice the scrape interval");
    public static final Setting<Duration> PROMETHEUS_TIMEOUT = Setting.of("prometheus.timeout",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofMinutes(2)), "10s", "how long the metric store may take for a query");
    public static final Setting<Duration> PROMETHEUS_WAIT = Setting.of("prometheus.wait",
            ValueKind.duration(Duration.ZERO, Duration.ofSeconds(30)), "500ms",
            "how long a ranking waits for the metric store; what comes later is for the next one");
    public static final Setting<Duration> PROMETHEUS_DISCOVERY = Setting.of("prometheus.discovery",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofHours(1)), "1m", "how often the metric store is asked what it measures");
    public static final Setting<Optional<String>> RANKING_RULES = Setting.of("ranking.rules", ValueKind.optionalText(), "",
            "YAML file with ranking rules that differ from Faultline's own");
    public static final Setting<Long> RANKING_INPUTS_BYTES_MAX = Setting.of("ranking.inputs-bytes-max",
            ValueKind.sizeBytes(1024 * 1024 * MIB), "1024MiB",
            "how much of what rankings were computed from is kept for explanations; the oldest go first");
    public static final Setting<Duration> RANKING_INPUTS_AGE = Setting.of("ranking.inputs-age",
            ValueKind.duration(Duration.ofMinutes(1), Duration.ofDays(3_650)), "90d",
            "how long what a ranking was computed from is kept for explanations");
    public static final Setting<Optional<URI>> OUTGOING_WEBHOOK_URL = Setting.secret("outgoing.webhook.url", ValueKind.optionalAddress(),
            "",
            "where incidents are told to that open, have another first cause, or are over");
    public static final Setting<Optional<String>> OUTGOING_WEBHOOK_SECRET = Setting.secret("outgoing.webhook.secret",
            ValueKind.optionalText(), "", "what outgoing webhooks are signed with");
    public static final Setting<Optional<URI>> OUTGOING_ALERTMANAGER_URL = Setting.of("outgoing.alertmanager.url",
            ValueKind.optionalAddress(), "", "Alertmanager that gets an alert FaultlineIncident for each open incident");
    public static final Setting<Long> TRACES_BODY_BYTES_MAX = Setting.of("traces.body-bytes-max", ValueKind.sizeBytes(1024 * MIB), "16MiB",
            "largest body of traces, unpacked");
    public static final Setting<Duration> TRACES_WAIT = Setting.of("traces.wait",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)), "10s",
            "how long a span waits for the other side of its call");
    public static final Setting<Duration> TRACES_SEGMENT = Setting.of("traces.segment",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofMinutes(1)), "2s", "how long calls gather before they are written");
    public static final Setting<Long> TRACES_JOURNAL_BYTES_MAX = Setting.of("traces.journal-bytes-max",
            ValueKind.sizeBytes(1024 * 1024 * MIB), "2048MiB", "how much the journal of accepted traces may hold");
    public static final Setting<Duration> TRACES_WINDOW_AGE = Setting.of("traces.window-age",
            ValueKind.duration(Duration.ofHours(1), Duration.ofDays(365)), "4d", "how long the minutes of call edges are kept");
    public static final Setting<Duration> TRACES_UNSEEN_AGE = Setting.of("traces.unseen-age",
            ValueKind.duration(Duration.ofDays(2), Duration.ofDays(3_650)), "30d",
            "after how long without calls a call edge or an instance is retired");

    public static final Setting<Long> LOGS_BODY_BYTES_MAX = Setting.of("logs.body-bytes-max", ValueKind.sizeBytes(1024 * MIB), "16MiB",
            "largest body of logs, unpacked");
    public static final Setting<Integer> LOGS_TEMPLATES_MAX = Setting.of("logs.templates-max", ValueKind.integer(1, 10_000), "200",
            "kinds of warnings and errors of one service or instance that are told apart within an hour");
    public static final Setting<Long> LOGS_JOURNAL_BYTES_MAX = Setting.of("logs.journal-bytes-max",
            ValueKind.sizeBytes(1024 * 1024 * MIB), "256MiB", "how much the journal of accepted counts of logs may hold");
    public static final Setting<Duration> LOGS_WINDOW_AGE = Setting.of("logs.window-age",
            ValueKind.duration(Duration.ofHours(1), Duration.ofDays(365)), "3d", "how long the counts of logs by minute are kept");

    public static final Setting<Optional<String>> LOKI_URL = Setting.of("logs.loki.url", ValueKind.optionalText(), "",
            "Loki that logs are counted in, such as http://loki:3100; without one there is no evidence of it");
    public static final Setting<Optional<String>> LOKI_TOKEN = Setting.secret("logs.loki.token", ValueKind.optionalText(), "",
            "bearer token that Loki asks for");
    public static final Setting<Optional<String>> LOKI_TOKEN_FILE = Setting.of("logs.loki.token-file", ValueKind.optionalText(), "",
            "file with the bearer token, read for each query");
    public static final Setting<Optional<String>> LOKI_USER = Setting.of("logs.loki.user", ValueKind.optionalText(), "",
            "user that Loki asks for");
    public static final Setting<Optional<String>> LOKI_PASSWORD = Setting.secret("logs.loki.password", ValueKind.optionalText(), "",
            "password of that user");
    public static final Setting<Optional<String>> LOKI_PASSWORD_FILE = Setting.of("logs.loki.password-file", ValueKind.optionalText(), "",
            "file with the password, read for each query");
    public static final Setting<Optional<String>> LOKI_TENANT = Setting.of("logs.loki.tenant", ValueKind.optionalText(), "",
            "tenant that is asked for in X-Scope-OrgID");
    public static final Setting<Optional<String>> LOKI_RULES = Setting.of("logs.loki.rules", ValueKind.optionalText(), "",
            "YAML file with queries and what they count, in addition to Faultline's own");
    public static final Setting<Duration> LOKI_TIMEOUT = Setting.of("logs.loki.timeout",
            ValueKind.duration(Duration.ofMillis(100), Duration.ofMinutes(2)), "10s", "how long Loki may take for a query");
    public static final Setting<Duration> LOKI_WAIT = Setting.of("logs.loki.wait",
            ValueKind.duration(Duration.ZERO, Duration.ofSeconds(30)), "500ms",
            "how long a ranking waits for Loki; what comes later is for the next one");
    public static final Setting<Duration> LOKI_DISCOVERY = Setting.of("logs.loki.discovery",
            ValueKind.duration(Duration.ofSeconds(1), Duration.ofHours(1)), "5m", "how often Loki is asked who logs");

    public static final Setting<LogFormat> LOG_FORMAT = Setting.of("log.format", ValueKind.oneOf(LogFormat.class), "text",
            "how log lines are written");
    public static final Setting<LogLevel> LOG_LEVEL = Setting.of("log.level", ValueKind.oneOf(LogLevel.class), "info",
            "least level that is logged");

    /// All keys, in the order in which they are shown.
    public static final List<Setting<?>> ALL = List.of(DATA_DIRECTORY, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_PORT,
            NEO4J_HEAP_MEGABYTES, NEO4J_PAGE_CACHE_MEGABYTES, HTTP_HOST, HTTP_PORT, HTTP_ALLOWED_HOSTS, HTTP_PUBLIC_URL, HTTP_THREADS_MAX,
            HTTP_CONNECTIONS_MAX, HTTP_IDLE_MAX, HTTP_BODY_TIME_MAX, HTTP_STOP_TIME_MAX, ADMIN_TOKEN, INGEST_TOKEN,
            METRICS_TOKEN,
            SESSION_AGE_MAX, ALERT_RULES, ALERTS_MAPPINGS, ALERTS_EXPIRE_AFTER, SYSLOG_HOST, SYSLOG_PORT, SNMP_HOST, SNMP_PORT,
            SNMP_COMMUNITY, SNMP_USER,
            SNMP_AUTHENTICATION, SNMP_AUTHENTICATION_PASSPHRASE, SNMP_PRIVACY, SNMP_PRIVACY_PASSPHRASE, HOST_INTERVAL, INCIDENTS_QUIET,
            INCIDENTS_REOPEN, RANKING_LEAD,
            PROMETHEUS_URL, PROMETHEUS_TOKEN, PROMETHEUS_TOKEN_FILE, PROMETHEUS_USER, PROMETHEUS_PASSWORD, PROMETHEUS_PASSWORD_FILE,
            PROMETHEUS_TENANT, PROMETHEUS_RULES, PROMETHEUS_STEP, PROMETHEUS_RANGE, PROMETHEUS_TIMEOUT, PROMETHEUS_WAIT,
            PROMETHEUS_DISCOVERY,
            RANKING_RULES, RANKING_INPUTS_BYTES_MAX, RANKING_INPUTS_AGE, OUTGOING_WEBHOOK_URL, OUTGOING_WEBHOOK_SECRET,
            OUTGOING_ALERTMANAGER_URL,
            TRACES_BODY_BYTES_MAX,
            TRACES_WAIT,
            TRACES_SEGMENT,
            TRACES_JOURNAL_BYTES_MAX,
            TRACES_WINDOW_AGE, TRACES_UNSEEN_AGE, LOGS_BODY_BYTES_MAX, LOGS_TEMPLATES_MAX, LOGS_JOURNAL_BYTES_MAX, LOGS_WINDOW_AGE,
            LOKI_URL, LOKI_TOKEN, LOKI_TOKEN_FILE, LOKI_USER, LOKI_PASSWORD, LOKI_PASSWORD_FILE, LOKI_TENANT, LOKI_RULES, LOKI_TIMEOUT,
            LOKI_WAIT, LOKI_DISCOVERY, LOG_FORMAT, LOG_LEVEL);

    private Keys() {}
}
