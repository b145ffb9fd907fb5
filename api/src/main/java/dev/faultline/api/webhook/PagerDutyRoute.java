package dev.faultline.api.webhook;

import java.util.List;

import io.javalin.http.Context;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.http.Access;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.AlertMappings;

/// The Events API v2 of PagerDuty at the path and with the answers of PagerDuty, so that its senders change the address alone.
public final class PagerDutyRoute implements RouteGroup {
    static final String PATH = "/v2/enqueue";
    private static final String SOURCE = "pagerduty";
    private static final int ACCEPTED = 202;
    private static final int DEDUP_KEY_CHARACTERS_MAX = 255;

    private final AlertMapping mapping;
    private final Senders senders;
    private final AlertIntake intake;

    public PagerDutyRoute(AlertMappings mappings, Senders senders, AlertIntake intake) {
        this.mapping = mappings.ofHttp(SOURCE).orElseThrow();
        this.senders = senders;
        this.intake = intake;
    }

    private record Processed(String status, String message, String dedup_key) {}

    private record Invalid(String status, String message, List<String> errors) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.post(PATH, this::enqueue).open(Access.SENDER));
    }

    private void enqueue(Context context) {
        try {
            String key = senders.accept(context, mapping, body -> {
                var message = intake.read(mapping, () -> JsonField.document(body));
                intake.store(message);
                return message.notices().stream().findFirst().map(notice -> notice.fingerprint())
                        .orElseGet(() -> JsonField.document(body).field("dedup_key").text(DEDUP_KEY_CHARACTERS_MAX));
            });
            context.status(ACCEPTED).json(new Processed("success", "Event processed", key));
        } catch (InvalidInputException e) {
            invalid(context, String.valueOf(e.getMessage()));
        } catch (Rejection e) {
            if (e.status() != 401) {
                throw e;
            }
            invalid(context, "routing_key is missing or not known, expected the ingest token");
        }
    }

    private static void invalid(Context context, String error) {
        context.status(400).json(new Invalid("invalid event", "Event object is invalid", List.of(error)));
    }
}
