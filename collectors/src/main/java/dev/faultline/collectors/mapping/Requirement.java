package dev.faultline.collectors.mapping;

/// What a message must be like to be one of its mapping.
///
/// @param expected what the sentence says that is expected
record Requirement(Value value, Condition condition, String expected) {

    void check(Scope scope) {
        if (!condition.holds(scope)) {
            throw value.field(scope).wrong(expected);
        }
    }
}
