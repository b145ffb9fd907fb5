package dev.faultline.api.demo.monitor;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.faultline.api.demo.fleet.Instance;

/// Reads the metrics of all instances at once; an instance that does not answer in time is not up.
final class Scraper {
    private static final Duration TIMEOUT = Duration.ofMillis(950);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

    /// The counters of each instance by flow; nothing for those that are not up.
    Map<Instance, Optional<Map<FlowKey, FlowCounters>>> scrape(List<Instance> instances) {
        Map<Instance, CompletableFuture<HttpResponse<String>>> answers = new HashMap<>();
        for (Instance instance : instances) {
            HttpRequest request = HttpRequest.newBuilder(instance.address().resolve("/metrics")).timeout(TIMEOUT).build();
            answers.put(instance, client.sendAsync(request, BodyHandlers.ofString()));
        }
        Map<Instance, Optional<Map<FlowKey, FlowCounters>>> scrapes = new HashMap<>();
        answers.forEach((instance, answer) -> scrapes.put(instance,
                answer.handle((response, failure) -> failure == null
                        ? Optional.of(MetricsText.parse(response.body()))
                        : Optional.<Map<FlowKey, FlowCounters>>empty()).join()));
        return scrapes;
    }
}
