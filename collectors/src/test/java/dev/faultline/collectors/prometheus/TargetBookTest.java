package dev.faultline.collectors.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.binding.BindingRule;
import dev.faultline.collectors.prometheus.rule.SourceRule;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class TargetBookTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final SourceRule HOSTS = new SourceRule("hosts", "d", List.of("instance"), null,
            List.of(new BindingRule(new BindingRule.CiRule("node", "Host", null, null, null), null, null)), List.of());

    private final TargetBook book = new TargetBook();
    private final Map<String, String> hosts = new HashMap<>();
    private int lookedUp;

    @Test
    void whatIsMeasuredIsAskedForByTheCiThatItIsOf() {
        hosts.put("db-7", "id-7");
        book.see(HOSTS, List.of(labels("a:9100", "db-7"), labels("b:9100", "elsewhere")), NOW);
        book.bind(this::find, NOW);

        assertThat(book.index().around(List.of("id-7", "other"), 10))
                .isEqualTo(Map.of("hosts", List.of(new Target(HOSTS, List.of("a:9100"), new Subject.OfCi("id-7")))));
        assertThat(book.all()).filteredOn(seen -> seen.bound() == null).hasSize(1);
    }

    @Test
    void oneOfTwoThatMeasureTheSameIsAskedFor() {
        hosts.put("db-7", "id-7");
        book.see(HOSTS, List.of(labels("b:9100", "db-7"), labels("a:9100", "db-7")), NOW);
        book.bind(this::find, NOW);

        assertThat(book.index().count()).isEqualTo(1);
        assertThat(book.index().around(Set.of("id-7"), 10).values()).containsExactly(
                List.of(new Target(HOSTS, List.of("a:9100"), new Subject.OfCi("id-7"))));
    }

    @Test
    void aCiThatComesLaterIsFoundLater() {
        book.see(HOSTS, List.of(labels("a:9100", "db-7")), NOW);
        book.bind(this::find, NOW);
        assertThat(book.index().count()).isZero();

        hosts.put("db-7", "id-7");
        book.bind(this::find, NOW.plusSeconds(60));

        assertThat(book.index().count()).isEqualTo(1);
    }

    @Test
    void whatJustStoppedBeingMeasuredIsStillAskedForAndLaterForgotten() {
        hosts.put("db-7", "id-7");
        book.see(HOSTS, List.of(labels("a:9100", "db-7")), NOW);
        book.bind(this::find, NOW);

        book.see(HOSTS, List.of(), NOW.plusSeconds(600));
        assertThat(book.index().count()).isEqualTo(1);
        book.see(HOSTS, List.of(), NOW.plus(TargetBook.KEPT).plusSeconds(1));
        assertThat(book.index().count()).isZero();
    }

    @Test
    void moreThanTheLimitIsToldAndNotKept() {
        List<Map<String, String>> many = new ArrayList<>();
        for (int i = 0; i < TargetBook.TARGETS_MAX + 3; i++) {
            many.add(labels("h" + i, "n" + i));
        }

        assertThat(book.see(HOSTS, many, NOW)).isEqualTo(3);
        assertThat(book.see(HOSTS, many, NOW)).isEqualTo(3);
    }

    @Test
    void allThatIsNewIsLookedUpAtOnceAndWhatIsKnownPageByPage() {
        List<Map<String, String>> many = new ArrayList<>();
        for (int i = 0; i < 2 * TargetBook.PAGE_MAX + 5; i++) {
            many.add(labels("h" + i, "n" + i));
        }
        book.see(HOSTS, many, NOW);
        book.bind(this::find, NOW);
        assertThat(lookedUp).isGreaterThanOrEqualTo(many.size());

        lookedUp = 0;
        book.bind(this::find, NOW.plusSeconds(60));
        assertThat(lookedUp).isEqualTo(TargetBook.PAGE_MAX);
    }

    @Test
    void whatWasNotKnownIsLookedUpFirstWhenAskedForAgain() {
        List<Map<String, String>> many = new ArrayList<>();
        for (int i = 0; i < TargetBook.PAGE_MAX; i++) {
            many.add(labels("h" + i, "n" + i));
            hosts.put("n" + i, "id-" + i);
        }
        many.add(labels("late", "late"));
        book.see(HOSTS, many, NOW);
        book.bind(this::find, NOW);
        hosts.put("late", "id-late");
        book.bind(this::find, NOW);

        assertThat(book.index().count()).isEqualTo(many.size());
    }

    private static Map<String, String> labels(String instance, String node) {
        return Map.of("instance", instance, "node", node);
    }

    private Map<List<SubjectLookup>, Bound> find(java.util.Collection<List<SubjectLookup>> wanted) {
        lookedUp += wanted.size();
        Map<List<SubjectLookup>, Bound> found = new HashMap<>();
        for (List<SubjectLookup> lookups : wanted) {
            String id = lookups.getFirst() instanceof SubjectLookup.OfCi ci ? hosts.get(ci.ci().value()) : null;
            if (id != null) {
                found.put(lookups, new Bound(new Subject.OfCi(id), List.of()));
            }
        }
        return found;
    }
}
