package dev.faultline.graph.type;

import java.util.List;

import dev.faultline.graph.GraphException;

/// CI types that do not fit together, or a definition that cannot be read; each problem is one sentence.
public final class InvalidCiTypes extends GraphException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public InvalidCiTypes(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
