package dev.faultline.api.otlp;

import java.util.List;
import java.util.Locale;

import io.javalin.http.Context;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.otlp.IntakeAnswer;
import dev.faultline.collectors.otlp.OtlpIntake;
import dev.faultline.collectors.otlp.decode.UndecodableException;
import dev.faultline.collectors.otlp.journal.BodyFormat;

/// OTLP/HTTP's route of one signal, in protobuf and JSON, plain or packed with gzip.
///
/// @param bodyBytesMax size of a body, unpacked
public record OtlpRoute(OtlpSignal signal, OtlpIntake intake, long bodyBytesMax) implements RouteGroup {
    private static final int BAD_REQUEST = 400;

    @Override
    public List<Route> routes() {
        return List.of(Route.post(signal.path(), this::take).open(Access.INGEST));
    }

    private void take(Context context) {
        BodyFormat format = format(context);
        try {
            switch (intake.receive(format, RequestBody.bytes(context, bodyBytesMax))) {
                case IntakeAnswer.Accepted(var rejected, var sentence) -> OtlpAnswer.accept(context, signal, format, rejected, sentence);
                case IntakeAnswer.Unavailable(var sentence, var retryAfterSeconds) ->
                    throw Rejection.unavailable(sentence, retryAfterSeconds);
            }
        } catch (UndecodableException e) {
            OtlpAnswer.refuse(context, format, BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (Rejection e) {
            e.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Long.toString(seconds)));
            OtlpAnswer.refuse(context, format, e.status(), e.detail());
        }
    }

    private static BodyFormat format(Context context) {
        String type = context.contentType();
        String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (media) {
            case OtlpAnswer.PROTOBUF_TYPE -> BodyFormat.PROTOBUF;
            case OtlpAnswer.JSON_TYPE -> BodyFormat.JSON;
            default -> throw Rejection.unsupportedMedia("Content-Type is '" + media + "', expected " + OtlpAnswer.PROTOBUF_TYPE + " or "
                    + OtlpAnswer.JSON_TYPE);
        };
    }
}
