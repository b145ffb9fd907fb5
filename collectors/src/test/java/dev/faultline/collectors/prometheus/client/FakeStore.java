package dev.faultline.collectors.prometheus.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A server on loopback that answers like a metric store, or as badly as a test wants.
public final class FakeStore implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /// What was asked.
    ///
    /// @param path such as `/api/v1/query`
    public record Request(String path, Map<String, String> parameters, Map<String, String> headers) {}

    /// How a request is answered.
    @FunctionalInterface
    public interface Behaviour {
        void answer(Request request, HttpExchange exchange) throws IOException, InterruptedException;
    }

    public FakeStore(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public void behaves(Behaviour other) {
        behaviour = other;
    }

    /// Answers a body with a status.
    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(bytes);
        }
    }

    /// What was asked at a path so far.
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /// Settings that lead to this store.
    public StoreSettings settings(Duration timeout, Duration wait) {
        return new StoreSettings(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Credentials.None(), Optional.empty(),
                timeout, wait, Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = Arrays.stream(form.split("&")).map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        Request request = new Request(exchange.getRequestURI().getPath(), parameters, exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst())));
        requests.add(request);
        try (exchange) {
            behaviour.answer(request, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops to answer.
    public void goAway() {
        server.stop(0);
    }

    @Override
    public void close() {
        goAway();
    }
}
