package dev.faultline.graph.analyst;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.GraphException;

/// That a query of an analyst was not answered, and whose doing that is.
public final class AnalystQueryException extends GraphException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why there is no answer.
    public enum Reason {
        INVALID, REFUSED, TOOK_TOO_LONG, TOOK_TOO_MUCH
    }

    AnalystQueryException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /// Why there is no answer.
    public Reason reason() {
        return reason;
    }
}
