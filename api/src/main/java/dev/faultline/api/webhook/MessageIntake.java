package dev.faultline.api.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.alert.OnceAMinute;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.MappedMessage;
import dev.faultline.collectors.mapping.MessageSink;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes messages of senders that wait for no answer: so many wait while the graph is away, and what comes past them is dropped and counted.
public final class MessageIntake implements MessageSink, AutoCloseable {
    static final int WAITING_MAX = 20_000;
    private static final int BATCH_MAX = 500;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STEP_MAX = Duration.ofMinutes(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(MessageIntake.class);

    private final String input;
    private final List<AlertMapping> mappings;
    private final AlertIntake intake;
    private final BlockingQueue<JsonNode> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final List<AlertNotice> unstored = new ArrayList<>();
    private final Counter received;
    private final Counter dropped;
    private final Counter refused;
    private final Loop loop;
    private final OnceAMinute told = new OnceAMinute();

    /// @param mappings the first that takes a message reads it
    public MessageIntake(String input, List<AlertMapping> mappings, AlertIntake intake, MeterRegistry meters) {
        this.input = input;
        this.mappings = mappings;
        this.intake = intake;
        received = counter(meters, "received", "Messages that came");
        dropped = counter(meters, "dropped", "Messages for which there was no room, as too many waited");
        refused = counter(meters, "refused", "Messages that could not be read");
        Gauge.builder("faultline.alert.messages.waiting", waiting, BlockingQueue::size).tag("input", input)
                .description("Messages that wait to be stored").register(meters);
        loop = Loop.draining(input, LoopTimes.unrested(PAUSE, STEP_MAX, STOP_MAX), this::step,
                () -> waiting.isEmpty() && unstored.isEmpty());
    }

    private Counter counter(MeterRegistry meters, String what, String description) {
        return Counter.builder("faultline.alert.messages." + what).tag("input", input).description(description).register(meters);
    }

    /// Begins to store what comes.
    public MessageIntake start() {
        loop.start();
        return this;
    }

    @Override
    public void take(JsonNode message) {
        received.increment();
        if (!waiting.offer(message)) {
            dropped.increment();
            tell("more than " + WAITING_MAX + " messages wait, expected fewer: what comes now is dropped");
        }
    }

    @Override
    public void refuse(String sentence) {
        refused.increment();
        tell(sentence);
    }

    /// Logs a sentence, unless another was logged a short while ago: who sends nonsense does not fill the log.
    private void tell(String sentence) {
        if (told.passes()) {
            LOG.warn("{}: {} (told once a minute; faultline_alert_messages_* counts all)", input, sentence);
        }
    }

    /// Reads what waits and stores it; what could not be stored stays and is tried again before more is read.
    private void step() throws InterruptedException {
        if (unstored.isEmpty()) {
            var batch = new ArrayList<JsonNode>();
            JsonNode first = waiting.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            batch.add(first);
            waiting.drainTo(batch, BATCH_MAX - 1);
            batch.forEach(this::read);
        }
        intake.store(new MappedMessage(unstored, List.of(), 0));
        unstored.clear();
    }

    /// Reads one message; whatever is wrong with it costs none of the others, and was counted and told by its source.
    private void read(JsonNode message) {
        try {
            JsonField body = JsonField.of(message);
            mappings.stream().map(mapping -> intake.read(mapping, () -> body)).filter(read -> !read.notices().isEmpty()).findFirst()
                    .ifPresent(read -> unstored.addAll(read.notices()));
        } catch (RuntimeException | StackOverflowError e) {
            refused.increment();
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
