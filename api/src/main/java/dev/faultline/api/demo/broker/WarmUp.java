package dev.faultline.api.demo.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Calls the instance's own server a few times before it is announced, so that its first customer does not wait for classes to load.
final class WarmUp {
    private WarmUp() {}

    static void run(InetSocketAddress server, int calls) throws IOException {
        URI metrics = URI.create("http://" + server.getAddress().getHostAddress() + ":" + server.getPort() + "/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int call = 0; call < calls; call++) {
                client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.discarding());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
