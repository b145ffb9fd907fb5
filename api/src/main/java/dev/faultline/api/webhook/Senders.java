package dev.faultline.api.webhook;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Tokens;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.collectors.mapping.SignatureRule;
import dev.faultline.collectors.mapping.TokenRule;

/// Knows the senders of messages: by the ingest token where tokens belong or where their mapping says, or by a signature.
public final class Senders {
    private static final long BODY_BYTES_MAX = 16L * 1024 * 1024;

    /// Who is known by the body alone may have so much of it read.
    private static final long UNKNOWN_BODY_BYTES_MAX = 2L * 1024 * 1024;

    private final Tokens tokens;
    private final Map<String, SignatureCheck> signatures;

    private Senders(Tokens tokens, Map<String, SignatureCheck> signatures) {
        this.tokens = tokens;
        this.signatures = signatures;
    }

    /// Reads the secrets that mappings name.
    ///
    /// @throws IllegalArgumentException with a sentence that names the mapping and the place where its secret should be
    public static Senders of(AlertMappings mappings, Tokens tokens, Map<String, String> environment, Clock clock, MeterRegistry meters) {
        var signatures = new HashMap<String, SignatureCheck>();
        for (AlertMapping mapping : mappings.all()) {
            mapping.signature().ifPresent(rule -> signatures.put(mapping.source(), new SignatureCheck(mapping.source(), rule,
                    Secrets.read(mapping.source(), rule, environment), clock, meters)));
        }
        return new Senders(tokens, Map.copyOf(signatures));
    }

    /// Has a message done with if its sender is known; a signed one that could not be done with may come again.
    <T> T accept(Context context, AlertMapping mapping, Function<byte[], T> work) {
        SignatureCheck check = signatures.get(mapping.source());
        boolean signed = check != null && mapping.signature().map(SignatureRule::header).map(context::header).isPresent();
        byte[] body = RequestBody.bytes(context, isKnown(context) ? BODY_BYTES_MAX : UNKNOWN_BODY_BYTES_MAX);
        if (check != null && signed) {
            return check.once(context::header, body, () -> work.apply(body));
        }
        if (!isKnown(context) && mapping.token().filter(rule -> hasToken(context, rule, body)).isEmpty()) {
            throw unknown(context);
        }
        return work.apply(body);
    }

    /// Whether the request came with a token.
    boolean isKnown(Context context) {
        return Access.of(context).covers(Access.INGEST);
    }

    private boolean hasToken(Context context, TokenRule rule, byte[] body) {
        String header = rule.header() == null ? null : context.header(rule.header());
        if (header != null) {
            return tokens.open(header.strip(), Access.INGEST);
        }
        try {
            return rule.path() != null
                    && rule.in(JsonField.any(body, "JSON")).filter(token -> tokens.open(token, Access.INGEST)).isPresent();
        } catch (InvalidInputException e) {
            return false;
        }
    }

    Rejection unknown(Context context) {
        context.header("WWW-Authenticate", "Bearer realm=\"faultline\"");
        return Rejection.unauthorized("the request has neither a valid token nor a signature, expected the header"
                + " 'Authorization: Bearer TOKEN' or what the mapping of the sender says");
    }
}
