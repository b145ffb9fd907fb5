package dev.faultline.api.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Ranking;

/// Where two rankings differ, down to the last digit; the moment that they are noted for does not count.
final class RankingDifferences {
    private static final int DIFFERENCES_MAX = 20;

    private final List<String> differences = new ArrayList<>();

    private RankingDifferences() {}

    static List<String> of(Ranking stored, Ranking computed) {
        RankingDifferences all = new RankingDifferences();
        all.compare("unknown", stored.unknown(), computed.unknown());
        all.compare("the summary", stored.summary(), computed.summary());
        all.compare("the version of the rules", stored.rulesVersion(), computed.rulesVersion());
        all.compare("the number of causes", stored.causes().size(), computed.causes().size());
        for (int i = 0; i < Math.min(stored.causes().size(), computed.causes().size()); i++) {
            all.compare(stored.causes().get(i), computed.causes().get(i));
        }
        all.compare("what tells the causes apart", stored.distinctions(), computed.distinctions());
        return all.differences.stream().limit(DIFFERENCES_MAX).toList();
    }

    private void compare(Cause stored, Cause computed) {
        String cause = "cause " + stored.rank() + "'s ";
        compare(cause + "CI", stored.ciId(), computed.ciId());
        compare(cause + "kind", stored.kind(), computed.kind());
        compare(cause + "score", stored.score(), computed.score());
        compare(cause + "confidence", stored.confidence(), computed.confidence());
        compare(cause + "deployment", stored.deploymentId(), computed.deploymentId());
        compare(cause + "terms", stored.terms(), computed.terms());
        compare(cause + "path", stored.path(), computed.path());
        compare(cause + "evidence for it", stored.evidenceFor(), computed.evidenceFor());
        compare(cause + "evidence against it", stored.evidenceAgainst(), computed.evidenceAgainst());
        if (!stored.equals(computed) && differences.isEmpty()) {
            differences.add(cause + "record differs");
        }
    }

    private void compare(String what, @Nullable Object stored,
            @Nullable Object computed) {
        if (!Objects.equals(stored, computed)) {
            differences.add(what + " was " + stored + " and is " + computed + " now");
        }
    }
}
