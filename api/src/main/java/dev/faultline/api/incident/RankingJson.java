package dev.faultline.api.incident;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Distinction;
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
public record RankingJson(@Nullable Long version, Instant at, String rulesVersion, boolean unknown, String summary, Instant topologyAsOf,
        Instant windowFrom, Instant windowTo, int alertCount, List<SymptomJson> symptoms, List<String> deploymentIds, List<String> limits,
        List<CauseJson> causes, List<DistinctionJson> distinctions) {

    /// A page of the rankings of an incident, latest version first.
    ///
    /// @param next ask for the versions before this one to go on; null on the last page
    record Page(List<RankingJson> rankings, @Nullable Long next) {}

    /// A symptom: of a CI, or of the calls to it where a caller is named.
    public record SymptomJson(@Nullable String callerId, String ciId, Signal signal, Instant at) {}

    /// A cause.
    public record CauseJson(int rank, String ciId, String ciName, CauseKind kind, double score, double confidence,
            @Nullable String deploymentId,
            List<TermJson> terms,
            List<StepJson> path, List<String> evidenceFor, List<String> evidenceAgainst) {}

    /// A step from a cause to a symptom.
    public record StepJson(String fromId, String fromName, String via, String toId, String toName, boolean observed) {}

    /// What tells two causes apart.
    public record DistinctionJson(int rank, int otherRank, double gap, @Nullable String decidedBy, List<MissingJson> missing,
            String sentence) {}

    /// An observation that there is none of.
    public record MissingJson(String ciId, String ciName, Distinction.Observation observation, int rank, String term, double couldAdd,
            boolean couldTurn) {}

    /// A part of a cause's score.
    public record TermJson(String name, double weight, double value, double contribution, String evidence) {}

    /// A stored ranking.
    public static RankingJson of(RankingVersion version, CiNames names) {
        return of(version.version(), version.ranking(), version.basis(), names);
    }

    static RankingJson of(@Nullable Long version, Ranking ranking, RankingBasis basis, CiNames names) {
        return new RankingJson(version, ranking.at(), ranking.rulesVersion(), ranking.unknown(), ranking.summary(), basis.topologyAsOf(),
                basis.window().from(), basis.window().to(), basis.alertCount(),
                basis.symptoms().stream().map(RankingJson::symptom).toList(), basis.deploymentIds(), basis.limits(),
                ranking.causes().stream().map(cause -> cause(cause, names)).toList(),
                ranking.distinctions().stream().map(distinction -> distinction(distinction, names)).toList());
    }

    private static SymptomJson symptom(Symptom symptom) {
        String caller = switch (symptom.subject()) {
            case Subject.OfCi ignored -> null;
            case Subject.OfCalls calls -> calls.callerId();
        };
        return new SymptomJson(caller, symptom.subject().owner(), symptom.signal(), symptom.at());
    }

    private static CauseJson cause(Cause cause, CiNames names) {
        List<TermJson> terms = cause.terms().stream()
                .map(term -> new TermJson(term.name(), term.weight(), term.value(), term.contribution(), term.evidence())).toList();
        List<StepJson> path = cause.path().stream().map(step -> step(step, names)).toList();
        return new CauseJson(cause.rank(), cause.ciId(), names.of(cause.ciId()), cause.kind(), cause.score(), cause.confidence(),
                cause.deploymentId(), terms, path, cause.evidenceFor(), cause.evidenceAgainst());
    }

    private static DistinctionJson distinction(Distinction distinction, CiNames names) {
        return new DistinctionJson(distinction.rank(), distinction.otherRank(), distinction.gap(), distinction.decidedBy(),
                distinction.missing().stream().map(missing -> new MissingJson(missing.ciId(), names.of(missing.ciId()),
                        missing.observation(), missing.rank(), missing.term(), missing.couldAdd(), missing.couldTurn())).toList(),
                distinction.sentence());
    }

    private static StepJson step(PathStep step, CiNames names) {
        return new StepJson(step.fromId(), names.of(step.fromId()), step.via(), step.toId(), names.of(step.toId()), step.observed());
    }
}
