package dev.faultline.api.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.javalin.http.Context;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.http.Access;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.cloudevents.CloudEventRequest;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.AlertMappings;

/// Alerts in, by the mapping of the monitor that sends them, and the mappings themselves.
public final class WebhookRoutes implements RouteGroup {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String WEBHOOK = WEBHOOKS + "/{source}";

    private final AlertMappings mappings;
    private final Senders senders;
    private final AlertIntake intake;

    public WebhookRoutes(AlertMappings mappings, Senders senders, AlertIntake intake) {
        this.mappings = mappings;
        this.senders = senders;
        this.intake = intake;
    }

    /// A mapping as the list shows it.
    ///
    /// @param signed whether its messages may be signed in place of a token
    private record Shown(String source, String input, String about, boolean signed) {
        static Shown of(AlertMapping mapping) {
            return new Shown(mapping.source(), mapping.input(), mapping.about(), mapping.signature().isPresent());
        }
    }

    private record AllShown(List<Shown> mappings) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.post(WEBHOOK, this::receive).open(Access.SENDER), Route.get(WEBHOOKS, this::list),
                Route.get(WEBHOOK, this::show));
    }

    private void receive(Context context) {
        String source = context.pathParam("source");
        AlertMapping mapping = mappings.ofHttp(source)
                .orElseThrow(() -> senders.isKnown(context) ? unknown(source) : senders.unknown(context));
        context.json(senders.accept(context, mapping, body -> intake.accept(mapping, () -> body(context, mapping, body))));
    }

    private static JsonField body(Context context, AlertMapping mapping, byte[] body) {
        return mapping.isCloudEvents()
                ? CloudEventRequest.read(headers(context), body)
                : JsonField.any(body, "one JSON object or a list of them");
    }

    private static Map<String, String> headers(Context context) {
        return context.headerMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, other) -> one));
    }

    private void list(Context context) {
        context.json(new AllShown(mappings.all().stream().map(Shown::of).toList()));
    }

    private void show(Context context) {
        String source = context.pathParam("source");
        AlertMapping mapping = mappings.all().stream().filter(each -> each.source().equals(source)).findFirst()
                .orElseThrow(() -> unknown(source));
        context.contentType("application/yaml").result(mapping.text());
    }

    private static Rejection unknown(String source) {
        return Rejection.notFound("there is no mapping '" + source + "', expected one of those that GET " + WEBHOOKS + " lists");
    }
}
