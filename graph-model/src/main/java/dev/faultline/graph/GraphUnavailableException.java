package dev.faultline.graph;

import org.jspecify.annotations.Nullable;

/// The graph cannot answer now, and the same request may succeed later.
public final class GraphUnavailableException extends GraphException {
    private static final long serialVersionUID = 1;

    public GraphUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
