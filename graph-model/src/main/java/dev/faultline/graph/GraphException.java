package dev.faultline.graph;

import org.jspecify.annotations.Nullable;

/// What went wrong with the graph, as one sentence: what, where, and what is expected.
public class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public GraphException(String sentence) {
        super(sentence);
    }

    public GraphException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
