package dev.faultline.api.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.javalin.http.Context;

import dev.faultline.api.http.Json;
import dev.faultline.collectors.otlp.journal.BodyFormat;

/// Answers as OTLP/HTTP asks for them: in the encoding of the request, errors as a `google.rpc.Status`.
final class OtlpAnswer {
    static final String PROTOBUF_TYPE = "application/x-protobuf";
    static final String JSON_TYPE = "application/json";
    private static final int STATUS_MESSAGE_FIELD = 2;

    private OtlpAnswer() {}

    /// Tells that all was taken, but for what was rejected.
    static void accept(Context context, OtlpSignal signal, BodyFormat format, int rejected, String sentence) {
        send(context.status(200), format, switch (format) {
            case PROTOBUF -> rejected == 0 ? new byte[0] : signal.partialSuccess(rejected, sentence);
            case JSON -> Json.bytes(rejected == 0
                    ? Map.of()
                    : Map.of("partialSuccess", Map.of(signal.rejectedField(), Integer.toString(rejected), "errorMessage", sentence)));
        });
    }

    /// Tells why nothing was taken.
    static void refuse(Context context, BodyFormat format, int status, String sentence) {
        send(context.status(status), format, switch (format) {
            case PROTOBUF -> status(sentence);
            case JSON -> Json.bytes(new LinkedHashMap<>(Map.of("message", sentence)));
        });
    }

    private static void send(Context context, BodyFormat format, byte[] body) {
        context.contentType(format == BodyFormat.JSON ? JSON_TYPE : PROTOBUF_TYPE).result(body);
    }

    private static byte[] status(String sentence) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream output = CodedOutputStream.newInstance(bytes);
            output.writeTag(STATUS_MESSAGE_FIELD, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            output.writeStringNoTag(sentence);
            output.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a message in memory cannot be written", e);
        }
    }
}
