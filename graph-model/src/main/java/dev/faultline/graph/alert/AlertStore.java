package dev.faultline.graph.alert;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.binding.Rebinding;
import dev.faultline.graph.neo4j.GraphConnection;

/// Takes notices into the graph as alerts: durable when it returns, idempotent, and safe beside other Faultlines.
///
/// Alerts that match no CI and no call edge are kept, and tried again every few seconds.
public final class AlertStore implements AutoCloseable {

    /// How long a sender waits for its alerts to be durable before it is told to come again.
    public static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    /// How often a batch is tried whose alerts another Faultline creates at the same time.
    private static final int CREATIONS_MAX = 5;

    private static final Logger LOG = LoggerFactory.getLogger(AlertStore.class);

    private final GraphConnection graph;
    private final AlertReader reader;
    private final AlertBinder binder;
    private final AlertInbox inbox;
    private final KnownAlerts known = new KnownAlerts(KnownAlerts.CHARACTERS_MAX);
    private final List<Consumer<List<AlertChange>>> listeners = new CopyOnWriteArrayList<>();
    private final Rebinding rebinding;
    private String boundUpTo = "";

    private AlertStore(GraphConnection graph, AlertReader reader) {
        this.graph = graph;
        this.reader = reader;
        binder = new AlertBinder(reader);
        inbox = new AlertInbox(this::write);
        rebinding = Rebinding.of("alerts", this::rebind);
    }

    /// Opens the store, and begins to look after unbound alerts.
    public static AlertStore open(GraphConnection graph, AlertReader reader) {
        return new AlertStore(graph, reader);
    }

    /// Calls somebody after each commit with what changed, in the order of commits, on a thread of the store: be quick.
    public void onChange(Consumer<List<AlertChange>> listener) {
        listeners.add(listener);
    }

    /// Stores notices, and returns when they are durable.
    ///
    /// What Faultline itself told an Alertmanager, and that comes back from there, is passed over: an incident is no alert.
    ///
    /// @throws AlertsFullException where too much waits already
    /// @throws GraphUnavailableException where they could not be stored in time; sent again, they do no harm
    public void accept(List<AlertNotice> notices) {
        List<AlertNotice> others = notices.stream().filter(notice -> !Alert.OWN_NAME.equals(notice.labels().get(Alert.NAME_LABEL)))
                .toList();
        if (!others.isEmpty()) {
            await(inbox.submit(others));
        }
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraphException failure ? failure : new GraphException("the alerts could not be stored", e);
        } catch (TimeoutException e) {
            throw new GraphUnavailableException("the alerts were not stored within " + ANSWER_MAX.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("interrupted before the alerts were stored", e);
        }
    }

    private void write(List<AlertNotice> notices) {
        for (int attempt = 1;; attempt++) {
            try {
                AlertBatch.Outcome outcome = graph.write(work -> new AlertBatch(work, reader, known).write(notices));
                known.put(outcome.stored());
                tell(outcome.changes());
                return;
            } catch (GraphException e) {
                if (!createdElsewhere(e) || attempt == CREATIONS_MAX) {
                    throw e;
                }
            }
        }
    }

    /// Whether another Faultline created an alert of the batch between our look and our write.
    private static boolean createdElsewhere(GraphException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof Neo4jException neo4j && neo4j.code().endsWith("ConstraintValidationFailed"));
    }

    /// Looks at the next page of unbound alerts, and tells how many of them have a subject now.
    public synchronized int rebind() {
        String after = boundUpTo;
        AlertBinder.Pass pass = graph.write(work -> binder.bind(work, after));
        boundUpTo = pass.lastKey();
        tell(pass.changes());
        return pass.changes().size();
    }

    private void tell(List<AlertChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (Consumer<List<AlertChange>> listener : listeners) {
            try {
                listener.accept(changes);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on {} changed alerts", changes.size(), e);
            }
        }
    }

    /// Stores what was handed in, and stops.
    @Override
    public void close() {
        rebinding.close();
        inbox.close();
    }
}
