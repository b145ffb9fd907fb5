package dev.faultline.api.incident;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.PathStep;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

/// A ranking as the REST interface shows it.
///
/// @param version null where the ranking was not stored
/// @param limits the limits that cut the evidence short, by name
record RankingJson(@Nullable Long version, Instant at, String rulesVersion, boolean unknown, String summary, Instant topologyAsOf,
        Instant windowFrom, Instant windowTo, int alertCount, List<SymptomJson> symptoms, List<String> deploymentIds, List<String> limits,
        List<CauseJson> causes) {

    /// A page of the rankings of an incident, latest version first.
    ///
    /// @param next ask for the versions before this one to go on; null on the last page
    record Page(List<RankingJson> rankings, @Nullable Long next) {}

    /// A symptom: of a CI, or of the calls to it where a caller is named.
    record SymptomJson(@Nullable String callerId, String ciId, Signal signal, Instant at) {}

    /// A cause.
    record CauseJson(int rank, String ciId, CauseKind kind, double score, double confidence, @Nullable String deploymentId,
            List<TermJson> terms,
            List<PathStep> path, List<String> evidenceFor, List<String> evidenceAgainst) {}

    /// A part of a cause's score.
    record TermJson(String name, double weight, double value, double contribution, String evidence) {}

    static RankingJson of(RankingVersion version) {
        return of(version.version(), version.ranking(), version.basis());
    }

    static RankingJson of(@Nullable Long version, Ranking ranking, RankingBasis basis) {
        return new RankingJson(version, ranking.at(), ranking.rulesVersion(), ranking.unknown(), ranking.summary(), basis.topologyAsOf(),
                basis.window().from(), basis.window().to(), basis.alertCount(),
                basis.symptoms().stream().map(RankingJson::symptom).toList(), basis.deploymentIds(), basis.limits(),
                ranking.causes().stream().map(RankingJson::cause).toList());
    }

    private static SymptomJson symptom(Symptom symptom) {
        String caller = switch (symptom.subject()) {
            case Subject.OfCi ignored -> null;
            case Subject.OfCalls calls -> calls.callerId();
        };
        return new SymptomJson(caller, symptom.subject().owner(), symptom.signal(), symptom.at());
    }

    private static CauseJson cause(Cause cause) {
        List<TermJson> terms = cause.terms().stream()
                .map(term -> new TermJson(term.name(), term.weight(), term.value(), term.contribution(), term.evidence())).toList();
        return new CauseJson(cause.rank(), cause.ciId(), cause.kind(), cause.score(), cause.confidence(),
                cause.deploymentId(), terms, cause.path(), cause.evidenceFor(), cause.evidenceAgainst());
    }
}
