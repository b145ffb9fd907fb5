package dev.faultline.graph.symptom;

import dev.faultline.graph.ci.Required;

/// What an observation is about: a CI, or the calls from one CI to another.
public sealed interface Subject {

    /// A CI by its id.
    record OfCi(String ciId) implements Subject {
        public OfCi {
            Required.text("subject ciId", ciId);
        }
    }

    /// All calls from one CI to another.
    record OfCalls(String callerId, String calleeId) implements Subject {
        public OfCalls {
            Required.text("subject callerId", callerId);
            Required.text("subject calleeId", calleeId);
        }
    }

    /// The CI that owns the behaviour: itself, or the callee of the calls.
    default String owner() {
        return switch (this) {
            case OfCi ci -> ci.ciId();
            case OfCalls calls -> calls.calleeId();
        };
    }
}
