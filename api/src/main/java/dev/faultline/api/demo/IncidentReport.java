package dev.faultline.api.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An incident with its latest ranking, as Faultline's REST interface tells of it.
///
/// @param ranking null before the first one
public record IncidentReport(String id, String title, String state, Instant startedAt, int alertCount, @Nullable RankingReport ranking) {

    /// The ranked causes at one moment.
    public record RankingReport(long version, Instant at, boolean unknown, String summary, List<CauseReport> causes) {}

    /// One ranked cause.
    ///
    /// @param name name of the CI, for people
    public record CauseReport(int rank, String ci, String name, String kind, double score, double confidence, List<TermReport> terms,
            List<String> evidenceFor, List<String> evidenceAgainst) {

        CauseReport named(String found) {
            return new CauseReport(rank, ci, found, kind, score, confidence, terms, evidenceFor, evidenceAgainst);
        }
    }

    /// One part of a cause's score.
    public record TermReport(String name, double contribution, String evidence) {}

    /// Whether it is not resolved yet.
    boolean isOpen() {
        return state.equals("OPEN");
    }

    static IncidentReport of(JsonNode json) {
        JsonNode ranking = json.path("ranking");
        return new IncidentReport(json.path("id").asString(), json.path("title").asString(), json.path("state").asString(),
                Instant.parse(json.path("startedAt").asString()), json.path("alertCount").asInt(),
                ranking.isObject() ? ranking(ranking) : null);
    }

    private static RankingReport ranking(JsonNode json) {
        return new RankingReport(json.path("version").asLong(0), Instant.parse(json.path("at").asString()),
                json.path("unknown").asBoolean(), json.path("summary").asString(""),
                items(json.path("causes")).stream().map(IncidentReport::cause).toList());
    }

    private static CauseReport cause(JsonNode json) {
        List<TermReport> terms = items(json.path("terms")).stream().map(term -> new TermReport(term.path("name").asString(),
                term.path("contribution").asDouble(), term.path("evidence").asString(""))).toList();
        String ci = json.path("ciId").asString();
        return new CauseReport(json.path("rank").asInt(), ci, ci, json.path("kind").asString(""), json.path("score").asDouble(),
                json.path("confidence").asDouble(), terms, texts(json.path("evidenceFor")), texts(json.path("evidenceAgainst")));
    }

    private static List<String> texts(JsonNode array) {
        return items(array).stream().map(item -> item.asString("")).toList();
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
