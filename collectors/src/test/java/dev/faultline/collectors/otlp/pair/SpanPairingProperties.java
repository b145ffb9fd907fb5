package dev.faultline.collectors.otlp.pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;

import static dev.faultline.collectors.otlp.pair.Traces.*;
import static org.assertj.core.api.Assertions.assertThat;

class SpanPairingProperties {
    private static final String[] SERVICES = {"gateway", "login", "quotes", "trading", "risk"};
    private static final int SPANS = 300;

    @RepeatedTest(50)
    void anySplitIntoBatchesAndAnyOrderGiveTheSameCalls(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Span> spans = traces(random);
        Map<String, String> expected = calls(List.of(spans));
        List<Span> shuffled = new ArrayList<>(spans);
        Collections.shuffle(shuffled, random);
        List<List<Span>> batches = new ArrayList<>();
        for (int from = 0; from < shuffled.size();) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(40));
            batches.add(shuffled.subList(from, to));
            from = to;
        }
        assertThat(calls(batches)).isEqualTo(expected);
        assertThat(expected).isNotEmpty();
    }

    /// Traces that grow by children of any kind under any span, some of whose parents are left out.
    private static List<Span> traces(Random random) {
        List<Span> spans = new ArrayList<>();
        for (long id = 1; id <= SPANS; id++) {
            Span parent = spans.isEmpty() || random.nextInt(10) == 0 ? null : spans.get(random.nextInt(spans.size()));
            spans.add(child(id, parent, random));
        }
        spans.removeIf(span -> random.nextInt(20) == 0);
        return spans;
    }

    private static Span child(long id, @org.jspecify.annotations.Nullable Span parent, Random random) {
        String other = SERVICES[random.nextInt(SERVICES.length)];
        long parentId = parent == null ? 0 : parent.id();
        String own = parent == null ? other : parent.origin().service();
        return switch (random.nextInt(6)) {
            case 0 -> with(client(own, id, parentId, "GET"), random.nextBoolean() ? address(other, 80) : null);
            case 1 -> with(span(own, SpanKind.PRODUCER, id, parentId, "send"), broker("orders", false));
            case 2 -> span(own, SpanKind.INTERNAL, id, parentId, "work");
            case 3 -> with(client(own, id, parentId, "SELECT"), new Peer(Peer.Role.DATABASE, "mysql", null, "db", 3306, null, false));
            default -> parent == null || !parent.kind().asks()
                    ? server(own, id, parentId, "GET /" + id % 7)
                    : parent.kind() == SpanKind.PRODUCER
                            ? with(span(other, SpanKind.CONSUMER, id, parentId, "process"), broker("orders", false))
                            : random.nextInt(4) == 0
                                    ? failed(server(other, id, parentId, "GET /" + id % 7))
                                    : timed(server(other, id, parentId, "GET /" + id % 7), 0, 1 + id % 9);
        };
    }

    private static Map<String, String> calls(List<List<Span>> batches) {
        SpanPairing pairing = new SpanPairing(PairLimits.DEFAULT, new SpanCounts());
        long now = 0;
        for (List<Span> batch : batches) {
            pairing.accept(batch, now++);
        }
        pairing.pass(now + PairLimits.DEFAULT.waitMillis());
        return shown(pairing.take());
    }
}
