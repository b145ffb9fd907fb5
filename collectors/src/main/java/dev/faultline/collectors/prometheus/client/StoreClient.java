package dev.faultline.collectors.prometheus.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Asks the store over HTTP; each question has a time limit and its answer a limit of size.
public final class StoreClient implements AutoCloseable {
    /// The largest answer with values that is read.
    static final Limits VALUES = new Limits(8 * 1024 * 1024, 20_000);
    /// The largest answer with labels alone.
    static final Limits LABELS = new Limits(32 * 1024 * 1024, 100_000);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final String TENANT = "X-Scope-OrgID";
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final StoreSettings settings;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /// How large an answer may be.
    record Limits(int bytes, int series) {}

    public StoreClient(StoreSettings settings) {
        this.settings = settings;
    }

    /// The labels of all series that a query has now.
    public List<Map<String, String>> labels(String query) throws InterruptedException {
        return AnswerReader.labels(post("/api/v1/query", new LinkedHashMap<>(Map.of("query", query)), LABELS), LABELS.series());
    }

    /// What a query had at the steps.
    public Answer range(String query, Steps steps) throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", query);
        parameters.put("start", Long.toString(steps.from()));
        parameters.put("end", Long.toString(steps.to()));
        parameters.put("step", Long.toString(steps.seconds()));
        return AnswerReader.range(post("/api/v1/query_range", parameters, VALUES), steps, VALUES.series());
    }

    private byte[] post(String path, Map<String, String> parameters, Limits limits) throws InterruptedException {
        parameters.put("timeout", settings.timeout().toMillis() + "ms");
        HttpResponse<byte[]> response = send(request(path, parameters), limits);
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        String error = AnswerReader.error(response.body());
        throw new StoreException(status >= SERVER_ERROR || status == TOO_MANY_REQUESTS ? StoreTrouble.UNAVAILABLE : StoreTrouble.REFUSED,
                "the metric store at " + settings.url() + " answers " + status + (error.isEmpty() ? "" : ": " + error) + ", expected 200");
    }

    private HttpRequest request(String path, Map<String, String> parameters) {
        String form = parameters.entrySet().stream().map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url().toString().replaceAll("/+$", "") + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        settings.credentials().authorization().ifPresent(value -> authorize(request, value));
        settings.tenant().ifPresent(value -> request.header(TENANT, value));
        return request.build();
    }

    private static void authorize(HttpRequest.Builder request, String value) {
        try {
            request.header("Authorization", value);
        } catch (IllegalArgumentException e) {
            throw new StoreException(StoreTrouble.REFUSED,
                    "the credentials of the metric store hold characters that no header may have, expected one line of printable ASCII");
        }
    }

    /// The time limit holds for the whole answer, which one of the request would not.
    private HttpResponse<byte[]> send(HttpRequest request, Limits limits) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreException(StoreTrouble.LATE,
                    "the metric store at " + settings.url() + " has not answered within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), limits);
        } finally {
            answer.cancel(true);
        }
    }

    private StoreException failed(Throwable cause, Limits limits) {
        boolean large = cause instanceof IOException && String.valueOf(cause.getMessage()).contains("exceeds capacity");
        return large
                ? new StoreException(StoreTrouble.CUT, "the metric store answers more than " + limits.bytes() + " bytes to one query",
                        cause)
                : new StoreException(StoreTrouble.UNAVAILABLE, "the metric store at " + settings.url() + " does not answer: " + cause,
                        cause);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
