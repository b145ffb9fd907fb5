package dev.faultline.collectors.prometheus.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreClientTest {
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

    @Test
    void aRangeIsAskedForAsPrometheusWantsIt() throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, 200, EMPTY));
                StoreClient client = new StoreClient(store.settings(TIMEOUT, TIMEOUT))) {
            client.range("up{a=\"b&c\"}", new Steps(60, 120, 15));

            assertThat(store.requests("/api/v1/query_range")).singleElement().extracting(FakeStore.Request::parameters)
                    .isEqualTo(Map.of("query", "up{a=\"b&c\"}", "start", "60", "end", "120", "step", "15", "timeout", "300ms"));
        }
    }

    @Test
    void credentialsAndTenantAreSent(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        try (FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, 200, EMPTY))) {
            StoreSettings plain = store.settings(TIMEOUT, TIMEOUT);
            StoreSettings settings = new StoreSettings(URI.create(plain.url() + "/select/0/prometheus/"),
                    new Credentials.Bearer(new Credentials.Secret.InFile(file)), Optional.of("desk"), plain.timeout(), plain.patience(),
                    plain.step(), plain.range(), plain.discovery());
            try (StoreClient client = new StoreClient(settings)) {
                client.labels("up");
                Files.writeString(file, "second");
                client.labels("up");
            }

            assertThat(store.requests("/select/0/prometheus/api/v1/query")).extracting(FakeStore.Request::headers)
                    .extracting(headers -> headers.get("Authorization") + " " + headers.get("X-scope-orgid"))
                    .containsExactly("Bearer first desk", "Bearer second desk");
        }
    }

    @Test
    void aSecretThatNoHeaderMayHoldIsNotTold() throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, 200, EMPTY))) {
            StoreSettings plain = store.settings(TIMEOUT, TIMEOUT);
            StoreSettings settings = new StoreSettings(plain.url(), new Credentials.Bearer(new Credentials.Secret.Given("se\ncret")),
                    Optional.empty(), plain.timeout(), plain.patience(), plain.step(), plain.range(), plain.discovery());
            try (StoreClient client = new StoreClient(settings)) {
                assertThatThrownBy(() -> client.labels("up")).hasMessageContaining("credentials").hasMessageNotContaining("cret");
            }
        }
        assertThat(new Credentials.Bearer(new Credentials.Secret.Given("secret")).toString()).doesNotContain("secret");
    }

    @Test
    void aStoreThatSendsItsAnswerForeverIsGivenUp() throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        })) {
            assertThat(trouble(store)).isEqualTo(StoreTrouble.LATE);
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsCut() throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = " ".repeat(1024 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i <= StoreClient.LABELS.bytes() / piece.length; i++) {
                exchange.getResponseBody().write(piece);
            }
        }); StoreClient client = new StoreClient(store.settings(Duration.ofSeconds(10), TIMEOUT))) {
            assertThatThrownBy(() -> client.labels("up")).hasMessageContaining("more than");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422, 302})
    void aRefusalIsTheFaultOfTheQuestion(int status) throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, status, "{\"error\": \"no\"}"))) {
            assertThat(trouble(store)).isEqualTo(StoreTrouble.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aFailureIsThatOfTheStore(int status) throws Exception {
        try (FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, status, ""))) {
            assertThat(trouble(store)).isEqualTo(StoreTrouble.UNAVAILABLE);
        }
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() throws Exception {
        FakeStore store = new FakeStore((request, exchange) -> FakeStore.send(exchange, 200, EMPTY));
        store.close();

        assertThat(trouble(store)).isEqualTo(StoreTrouble.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus:9090", "ftp://prometheus", "http://", "http://u:p@prometheus", "http://prometheus?x=1"})
    void anAddressThatLeadsToNoStoreIsRefused(String url) {
        assertThatThrownBy(() -> new StoreSettings(URI.create(url), new Credentials.None(), Optional.empty(), TIMEOUT, TIMEOUT, TIMEOUT,
                TIMEOUT, TIMEOUT)).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("u:p");
    }

    private static StoreTrouble trouble(FakeStore store) throws InterruptedException, IOException {
        try (StoreClient client = new StoreClient(store.settings(TIMEOUT, TIMEOUT))) {
            client.labels("up");
            throw new AssertionError("the store was believed");
        } catch (StoreException e) {
            return e.trouble();
        }
    }
}
