package dev.faultline.graph.type;

import java.util.List;
import java.util.Optional;

/// What kind of value an attribute holds, and the one spelling in which such a value is stored.
public enum ValueType {
    TEXT("a text") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof String text ? Optional.of(text.strip()) : Optional.empty();
        }
    },
    INTEGER("a whole number") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof Integer || value instanceof Long ? Optional.of(((Number) value).longValue()) : Optional.empty();
        }
    },
    DECIMAL("a number") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof Number number && Double.isFinite(number.doubleValue())
                    ? Optional.of(number.doubleValue())
                    : Optional.empty();
        }
    },
    BOOLEAN("true or false") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof Boolean ? Optional.of(value) : Optional.empty();
        }
    },
    INSTANT("a time in epoch milliseconds") {
        @Override
        Optional<Object> canonical(Object value) {
            return INTEGER.canonical(value);
        }
    },
    TEXT_LIST("a list of texts") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                    ? Optional.of(List.copyOf(list))
                    : Optional.empty();
        }
    },
    IP_ADDRESS("an IPv4 or IPv6 address") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof String text ? NetworkText.address(text).map(Object.class::cast) : Optional.empty();
        }
    },
    IP_PREFIX("an IPv4 or IPv6 prefix such as 10.1.0.0/16") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof String text ? NetworkText.prefix(text).map(Object.class::cast) : Optional.empty();
        }
    },
    MAC_ADDRESS("a MAC address of six bytes") {
        @Override
        Optional<Object> canonical(Object value) {
            return value instanceof String text ? NetworkText.mac(text).map(Object.class::cast) : Optional.empty();
        }
    };

    private final String expectation;

    ValueType(String expectation) {
        this.expectation = expectation;
    }

    /// What a value of this type is, for sentences.
    public String expectation() {
        return expectation;
    }

    /// The value in its one stored spelling, or nothing where it is not of this type.
    abstract Optional<Object> canonical(Object value);
}
