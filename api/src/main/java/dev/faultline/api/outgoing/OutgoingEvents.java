package dev.faultline.api.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Json;
import dev.faultline.api.outgoing.IncidentEvent.CauseShown;
import dev.faultline.api.outgoing.IncidentEvent.IncidentShown;
import dev.faultline.api.outgoing.IncidentEvent.RankingShown;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.outbox.OutgoingNotice;

/// Says what of an incident is to be told to others when it is stored: what opened, what is over, and another first cause.
///
/// @param link where others find incidents; null where nobody is to be told
public record OutgoingEvents(@Nullable IncidentLink link) {
    /// Tells nobody.
    public static final OutgoingEvents NONE = new OutgoingEvents(null);

    /// How an incident is stored.
    ///
    /// @param openBefore whether it was stored before as open
    /// @param absorbedIds incidents that it takes in
    /// @param before its ranking so far; null before the first one
    /// @param ranking its new ranking; null where there is none
    public record Stored(Incident incident, boolean openBefore, List<String> absorbedIds, @Nullable RankingVersion before,
            @Nullable RankingVersion ranking) {}

    /// The notices of what is stored; the same for the same.
    ///
    /// @param names the name of a CI by its id
    public List<OutgoingNotice> of(Stored stored, UnaryOperator<String> names) {
        if (link == null) {
            return List.of();
        }
        List<OutgoingNotice> notices = new ArrayList<>();
        Incident incident = stored.incident();
        RankingVersion latest = stored.ranking() == null ? stored.before() : stored.ranking();
        boolean open = incident.state() == IncidentState.OPEN;
        if (open && !stored.openBefore()) {
            notices.add(notice(IncidentEvent.OPENED, incident, latest, names));
        }
        if (stored.ranking() != null && !first(stored.ranking()).equals(first(stored.before()))) {
            notices.add(notice(IncidentEvent.RANKED, incident, latest, names));
        }
        if (!open && stored.openBefore()) {
            notices.add(notice(IncidentEvent.RESOLVED, incident, latest, names));
        }
        stored.absorbedIds().forEach(id -> notices.add(notice(IncidentEvent.RESOLVED, absorbed(id, incident), null, names)));
        return notices;
    }

    private static Incident absorbed(String id, Incident into) {
        return new Incident(id, "taken in by " + into.title(), IncidentState.RESOLVED, into.startedAt(), into.updatedAt(), into.updatedAt(),
                List.of(), into.id());
    }

    private static String first(@Nullable RankingVersion version) {
        return version == null ? "none" : version.ranking().top().map(cause -> "cause " + cause.ciId()).orElse("unknown");
    }

    private OutgoingNotice notice(String event, Incident incident, @Nullable RankingVersion ranking, UnaryOperator<String> names) {
        Instant at = incident.updatedAt();
        String seed = String.join("\n", event, incident.id(), at.toString(), ranking == null ? "" : "" + ranking.version());
        String id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        IncidentShown shown = new IncidentShown(incident.id(), incident.title(), incident.state(), incident.startedAt(),
                incident.resolvedAt(), incident.mergedInto(), incident.alertKeys().size(), link == null ? "" : link.to(incident.id()));
        IncidentEvent body = new IncidentEvent(id, event, at, shown, ranking == null ? null : shown(ranking, names));
        return new OutgoingNotice(id, event, incident.id(), new String(Json.bytes(body), StandardCharsets.UTF_8), at, 0);
    }

    private static RankingShown shown(RankingVersion version, UnaryOperator<String> names) {
        Cause top = version.ranking().top().orElse(null);
        return new RankingShown(version.version(), version.ranking().unknown(), version.ranking().summary(),
                top == null
                        ? null
                        : new CauseShown(top.ciId(), names.apply(top.ciId()), top.kind(), top.score(), top.confidence(),
                                top.deploymentId()));
    }
}
