package dev.faultline.collectors.otlp.decode;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The values of the known attributes of one span or resource; it is used again for the next.
@SuppressWarnings("EnumOrdinal") // an EnumMap would box the numbers of every span
final class AttributeValues {
    private final @Nullable String[] texts = new String[Attribute.COUNT];
    private final long[] numbers = new long[Attribute.COUNT];
    private boolean empty = true;

    void clear() {
        if (!empty) {
            Arrays.fill(texts, null);
            Arrays.fill(numbers, 0);
            empty = true;
        }
    }

    void put(Attribute attribute, String value) {
        texts[attribute.ordinal()] = value;
        empty = false;
    }

    void put(Attribute attribute, long value) {
        numbers[attribute.ordinal()] = value;
        empty = false;
    }

    /// Returns the first of these that has a text that is not empty.
    @Nullable
    String text(Attribute... attributes) {
        for (Attribute attribute : attributes) {
            String text = texts[attribute.ordinal()];
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /// Returns the first of these that has a number that is not 0, also when it was sent as a text; else 0.
    long number(Attribute... attributes) {
        for (Attribute attribute : attributes) {
            long number = numbers[attribute.ordinal()];
            if (number != 0) {
                return number;
            }
            String text = texts[attribute.ordinal()];
            if (text != null && !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Long.parseLong(text);
            }
        }
        return 0;
    }

    boolean isEmpty() {
        return empty;
    }
}
