package dev.faultline.api.openapi;

import java.time.Instant;
import java.util.List;

import static dev.faultline.api.openapi.Call.get;
import static dev.faultline.api.openapi.Call.post;

/// Requests as their senders make them, right ones and wrong ones.
final class Calls {
    private static final String ALERTS = "/api/v1/alerts";
    private static final String WEBHOOK = "/api/v1/alerts/alertmanager";
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String SOURCE = "/api/v1/webhooks/{source}";
    private static final String PAGER_DUTY = "/v2/enqueue";
    private static final String ALERT = "/api/v1/alerts/{key}";
    private static final String DEPLOYMENTS = "/api/v1/deployments";
    private static final String DEPLOYMENT = "/api/v1/deployments/{id}";
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String INCIDENT = "/api/v1/incidents/{id}";
    private static final String RANKINGS = "/api/v1/incidents/{id}/rankings";
    private static final String EXPLANATION = "/api/v1/incidents/{id}/explanation";
    private static final String FEEDBACK = "/api/v1/incidents/{id}/feedback";
    private static final String REVIEW = "/api/v1/incidents/{id}/review";
    private static final String RESOLVE = "/api/v1/incidents/{id}/resolve";
    private static final String MERGE = "/api/v1/incidents/{id}/merge";
    private static final String SPLIT = "/api/v1/incidents/{id}/split";
    private static final String RANK = "/api/v1/rank";
    private static final String CYPHER = "/api/v1/cypher";
    private static final String QUERY = "/api/v1/queries/{name}";
    private static final String RUNS = "/api/v1/runs";
    private static final String APPROVAL = "/api/v1/runs/{id}/approval";
    private static final String TRACES = "/v1/traces";
    private static final String LOGS = "/v1/logs";

    private Calls() {}

    /// What is answered with a success, in an order in which each finds what it asks for.
    ///
    /// @param alarm when the alerts began
    static List<Call> right(Instant alarm) {
        return List.of(
                post(WEBHOOK, """
                        {"version": "4", "receiver": "faultline", "alerts": [%s, %s, %s]}""".formatted(alert("web", "firing", alarm),
                        alert("shop", "firing", alarm), alert("nowhere", "resolved", alarm)), 200),
                post(WEBHOOK, "{\"alerts\": []}", 200), post(WEBHOOK, """
                        {"alerts": [%s, {"status": "resolved", "labels": {"a": "b"}, "startsAt": "%s", "endsAt": "%s"}]}"""
                        .formatted(alert("shop", "firing", alarm), alarm, alarm.minusSeconds(1)), 200),
                get(WEBHOOKS, 200), get(SOURCE, WEBHOOKS + "/plain", 200),
                post(SOURCE, WEBHOOKS + "/nagios", "{\"type\": \"RECOVERY\", \"host\": \"nowhere\", \"state\": \"UP\"}", 200),
                post(SOURCE, WEBHOOKS + "/skywalking", "[]", 200),
                post(PAGER_DUTY, "{\"event_action\": \"resolve\", \"dedup_key\": \"k\"}", 202),
                get(ALERTS, 200), get(ALERTS, ALERTS + "?state=FIRING&ciId=web&limit=1&text=slow&unbound=false&from=" + alarm, 200),
                get(ALERTS, ALERTS + "?unbound=true", 200), get(ALERTS, ALERTS + "?limit=1&asOf=" + alarm.plusSeconds(1), 200),
                get(ALERT, ALERTS + "/alertmanager:web", 200), get(ALERT, ALERTS + "/alertmanager:nowhere", 200),
                post(DEPLOYMENTS, deployment("r-1", "RUNNING", alarm), 200),
                post(DEPLOYMENTS, """
                        {"id": "r-2", "service": "db", "toVersion": "9", "startedAt": "%s", "by": "ann", "outcome": null}"""
                        .formatted(alarm.minusSeconds(90)), 200),
                get(DEPLOYMENTS, 200), get(DEPLOYMENTS, DEPLOYMENTS + "?service=shop&limit=1", 200),
                get(DEPLOYMENTS, DEPLOYMENTS + "?ciId=shop-2", 200), get(DEPLOYMENT, DEPLOYMENTS + "/r-1", 200),
                get(INCIDENT, INCIDENTS + "/" + Call.INCIDENT, 200), get(INCIDENTS, 200),
                get(INCIDENTS, INCIDENTS + "?state=OPEN&ciId=web&limit=1&from=" + alarm.minusSeconds(9), 200),
                get(INCIDENTS, INCIDENTS + "?state=RESOLVED", 200), get(RANKINGS, INCIDENTS + "/" + Call.INCIDENT + "/rankings", 200),
                get(RANKINGS, INCIDENTS + "/" + Call.INCIDENT + "/rankings?after=2&limit=1", 200),
                get(EXPLANATION, INCIDENTS + "/" + Call.INCIDENT + "/explanation", 200),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback",
                        "{\"verdict\": \"WRONG\", \"actualCiId\": \"catalog\", \"by\": \"ann\", \"reason\": \"seen in its log\"}", 200),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback",
                        "{\"verdict\": \"CONFIRMED\", \"ciId\": \"db\", \"by\": \"bob\"}",
                        200),
                get(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback", 200),
                get(REVIEW, INCIDENTS + "/" + Call.INCIDENT + "/review", 200),
                get(EXPLANATION, INCIDENTS + "/" + Call.INCIDENT + "/explanation?version=1", 200),
                post(RANK, """
                        {"symptoms": [{"ciId": "web", "signal": "LATENCY", "at": "%s"}, {"ciId": "shop", "callerId": "web"}], "at": "%s"}"""
                        .formatted(alarm, alarm.plusSeconds(50)), 200),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\", \"signal\": \"LATENCY\"}]}", 200),
                post(CYPHER,
                        """
                                {"query": "MATCH (ci:Ci) WHERE ci.id <> $id RETURN ci, ci.name ORDER BY ci.id", "parameters": {"id": "x"}, "rowsMax": 2}""",
                        200),
                post(SPLIT, INCIDENTS + "/" + Call.INCIDENT + "/split",
                        "{\"alerts\": [\"alertmanager:web\"], \"by\": \"ann\", \"reason\": \"another fault\"}", 200),
                post(MERGE, INCIDENTS + "/" + Call.PART + "/merge",
                        "{\"into\": \"" + Call.INCIDENT + "\", \"by\": \"bob\", \"reason\": \"the same fault\"}", 200),
                post(RESOLVE, INCIDENTS + "/" + Call.INCIDENT + "/resolve", "{\"by\": \"ann\", \"reason\": \"the resolve was lost\"}", 200),
                get("/api/v1/queries", 200), post(QUERY, "/api/v1/queries/show-blast-radius", "{\"parameters\": {\"ciId\": \"db\"}}", 200),
                get(RUNS, 200), get(RUNS, RUNS + "?held=true", 200),
                new Call("POST", APPROVAL, RUNS + "/" + Call.HELD_RUN + "/approval", null, null, 200),
                get("/api/v1/openapi.yaml", 200), post(TRACES, "{\"resourceSpans\": []}", 200),
                post(LOGS,
                        """
                                {"resourceLogs": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "web"}}]}, "scopeLogs":
                                [{"logRecords": [{"severityNumber": 17, "body": {"stringValue": "cannot read prices"}}, {"timeUnixNano": "1"}]}]}]}""",
                        200),
                get("/health", 200), get("/ready", 200),
                get("/metrics", 200));
    }

    /// What is refused.
    static List<Call> wrong(Instant alarm) {
        return List.of(post(WEBHOOK, "nonsense", 400), post(WEBHOOK, "{\"alerts\": [{\"status\": \"burning\"}]}", 400),
                post(SOURCE, WEBHOOKS + "/plain", "{\"alerts\": [{}]}", 400), post(SOURCE, WEBHOOKS + "/none", "{}", 404),
                get(SOURCE, WEBHOOKS + "/none", 404), post(PAGER_DUTY, "{\"event_action\": \"explode\"}", 400),
                get(ALERTS, ALERTS + "?stat=firing", 400), get(ALERTS, ALERTS + "?state=burning", 400),
                get(ALERTS, ALERTS + "?limit=1001", 400), get(ALERTS, ALERTS + "?after=%2B%2B", 400),
                get(ALERTS, ALERTS + "?asOf=" + alarm + "&state=resolved", 400),
                get(ALERTS, ALERTS + "?asOf=%2B1000000000-12-31T23:59:59Z", 400),
                get(ALERTS, ALERTS + "?from=-1000000000-01-01T00:00:00Z", 400), get(ALERT, ALERTS + "/alertmanager:none", 404),
                get(ALERT, ALERTS + "/%F0%9F%92%A9%20%27", 404), post(DEPLOYMENTS, deployment("r-9", "fine", alarm), 400),
                post(DEPLOYMENTS, "{\"id\": \"r-9\", \"servise\": \"web\"}", 400), post(DEPLOYMENTS, "", 400),
                get(DEPLOYMENTS, DEPLOYMENTS + "?limit=0", 400), get(DEPLOYMENTS, DEPLOYMENTS + "?after=zzz", 400),
                get(DEPLOYMENTS, DEPLOYMENTS + "?ciId=web&service=web", 400), get(DEPLOYMENT, DEPLOYMENTS + "/r-9", 404),
                get(INCIDENTS, INCIDENTS + "?state=burning", 400), get(INCIDENTS, INCIDENTS + "?after=zzz", 400),
                get(INCIDENTS, INCIDENTS + "?limit=201", 400), get(INCIDENTS, INCIDENTS + "?to=%2B999999999-01-01T00:00:00Z", 400),
                get(INCIDENT, INCIDENTS + "/none", 404),
                post(RESOLVE, INCIDENTS + "/none/resolve", "{}", 404), post(RESOLVE, INCIDENTS + "/none/resolve", "{\"by\": 7}", 400),
                post(MERGE, INCIDENTS + "/none/merge", "{}", 404), post(MERGE, INCIDENTS + "/" + Call.INCIDENT + "/merge", "{}", 400),
                post(MERGE, INCIDENTS + "/" + Call.INCIDENT + "/merge", "{\"into\": \"none\", \"by\": \"ann\", \"reason\": \"x\"}", 422),
                post(SPLIT, INCIDENTS + "/" + Call.INCIDENT + "/split",
                        "{\"alerts\": [\"alertmanager:web\"], \"by\": \"ann\", \"reason\": \"it is over\"}", 409),
                post(SPLIT, INCIDENTS + "/none/split", "{}", 404), post(SPLIT, INCIDENTS + "/" + Call.INCIDENT + "/split", "{}", 400),
                get(RANKINGS, INCIDENTS + "/none/rankings", 404), get(RANKINGS, INCIDENTS + "/" + Call.INCIDENT + "/rankings?after=0", 400),
                get(RANKINGS, INCIDENTS + "/" + Call.INCIDENT + "/rankings?limit=many", 400),
                get(EXPLANATION, INCIDENTS + "/none/explanation", 404), get(REVIEW, INCIDENTS + "/none/review", 404),
                get(FEEDBACK, INCIDENTS + "/none/feedback", 404),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback", "{\"verdict\": \"PERHAPS\", \"by\": \"ann\"}", 400),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback", "{\"verdict\": \"WRONG\"}", 400),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback",
                        "{\"verdict\": \"WRONG\", \"ciId\": \"nobody\", \"by\": \"ann\"}",
                        422),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback",
                        "{\"verdict\": \"WRONG\", \"actualCiId\": \"nobody\", \"by\": \"ann\"}", 422),
                post(FEEDBACK, INCIDENTS + "/" + Call.INCIDENT + "/feedback",
                        "{\"verdict\": \"WRONG\", \"rankingVersion\": 9999, \"by\": \"ann\"}", 422),
                get(EXPLANATION, INCIDENTS + "/" + Call.INCIDENT + "/explanation?version=0", 400),
                get(EXPLANATION, INCIDENTS + "/" + Call.INCIDENT + "/explanation?version=9999", 404), post(RANK, "{}", 400),
                post(RANK, "[1]", 400), post(RANK, "{\"symptoms\": [1]}", 400),
                post(RANK, "{\"symptoms\": [{\"signal\": \"latency\"}]}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\", \"signal\": \"pain\"}]}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\"}], \"att\": \"2026-03-02T09:30:00Z\"}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\"}], \"at\": \"2999-01-01T00:00:00Z\"}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\"}], \"at\": \"-1000000000-01-01T00:00:00Z\"}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\", \"at\": \"-1000000000-01-01T00:00:00Z\"}]}", 400),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\"}, {\"ciId\": \"nobody-knows-this-one\"}]}", 422),
                post(RANK, "{\"symptoms\": [{\"ciId\": \"web\", \"callerId\": \"nobody-knows-this-one\"}]}", 422),
                post(RANK, " ".repeat(2 * 1024 * 1024), 413), post(CYPHER, "{\"query\": \"MATCH (n RETURN n\"}", 400),
                post(CYPHER, "{\"query\": \"MATCH (n) DELETE n\"}", 403), post(CYPHER, "{\"query\": \"RETURN 1\"}", 415).as("text/plain"),
                post(CYPHER,
                        "{\"query\": \"UNWIND range(1, 1000000000) AS a UNWIND range(1, 9) AS b RETURN count(a + b)\", \"secondsMax\": 1}",
                        504),
                get(RUNS, RUNS + "?hold=true", 400), new Call("POST", APPROVAL, RUNS + "/none/approval", null, null, 404),
                post(QUERY, "/api/v1/queries/none", "{}", 404),
                post(QUERY, "/api/v1/queries/find-stale-sources", "{\"parameters\": {\"hour\": 1}}", 400),
                post(QUERY, "/api/v1/queries/find-stale-sources", "", 400), post(TRACES, "nonsense", 400),
                post(TRACES, "{}", 415).as("text/plain"), post(LOGS, "{\"resourceLogs\": 1}", 400), post(LOGS, "{}", 415).as("text/plain"));
    }

    private static String alert(String service, String status, Instant startsAt) {
        return """
                {"status": "%s", "labels": {"alertname": "HighLatency", "service": "%s", "severity": "critical"}, "fingerprint": "%s",
                 "annotations": {"summary": "slow"}, "startsAt": "%s", "endsAt": "%s", "generatorURL": "http://monitor.example/1"}"""
                .formatted(status, service, service, startsAt, status.equals("firing") ? "0001-01-01T00:00:00Z" : startsAt.plusSeconds(5));
    }

    private static String deployment(String id, String outcome, Instant alarm) {
        Instant startedAt = alarm.minusSeconds(200);
        return """
                {"id": "%s", "service": "shop", "fromVersion": "6", "toVersion": "7", "instances": ["shop-2"], "hosts": ["h-one"],
                 "startedAt": "%s", "by": "ann", "outcome": "%s",
                 "batches": [{"startedAt": "%s", "newInstances": ["shop-2"], "oldInstances": []}]}"""
                .formatted(id, startedAt, outcome, startedAt);
    }
}
