package dev.faultline.api.demo.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.demo.broker.BrokerPlan;

import static org.assertj.core.api.Assertions.assertThat;

class FleetIT {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    @TempDir
    private Path folder;
    private Fleet fleet;

    @BeforeEach
    void start() {
        BrokerPlan plan = new BrokerPlan(List.of(BrokerPlan.load().service("market-feed")));
        fleet = Fleet.start(plan, new Surroundings("host", NOWHERE, "token", folder));
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void anInstanceServesAndEndsWithTheFleet() throws Exception {
        Instance instance = fleet.instance("market-feed-1");
        assertThat(status(instance)).isEqualTo(200);

        fleet.close();

        assertThat(instance.isAlive()).isFalse();
    }

    @Test
    void aFrozenInstanceLivesAndAnswersNobodyUntilItIsLetGo() throws Exception {
        Instance instance = fleet.instance("market-feed-1");
        try (Freezer _ = Freezer.freeze(instance.pid())) {
            assertThat(eventuallyFrozen(instance)).isTrue();
            assertThat(instance.isAlive()).isTrue();
        }
        assertThat(status(instance)).isEqualTo(200);
    }

    @Test
    void aKilledInstanceIsReplacedUnderItsName() throws Exception {
        fleet.kill("market-feed-1");
        assertThat(fleet.instance("market-feed-1").isAlive()).isFalse();

        fleet.replace("market-feed-1", "1.5.0");

        assertThat(status(fleet.instance("market-feed-1"))).isEqualTo(200);
        assertThat(fleet.instance("market-feed-1").version()).isEqualTo("1.5.0");
    }

    private static boolean eventuallyFrozen(Instance instance) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                status(instance);
            } catch (HttpTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    private static int status(Instance instance) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(instance.address().resolve("/prices/S1")).timeout(Duration.ofSeconds(2)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
