package dev.faultline.collectors.otlp.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// Texts seen lately, so that names that come with every span are made once; each slot holds the last text that fell on it.
///
/// It is not safe for use by several threads.
final class TextCache {
    private static final int SLOTS = 1 << 13;
    private static final int HASHED_BYTES_MAX = 64;

    private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

    /// Returns these bytes as a text, cut to the limit.
    String text(byte[] bytes, int from, int to, int charsMax) {
        if (to - from > charsMax) {
            return cut(new String(bytes, from, Math.min(to - from, 4 * charsMax), StandardCharsets.UTF_8), charsMax);
        }
        int slot = slot(bytes, from, to);
        Entry entry = entries[slot];
        if (entry == null || !entry.is(bytes, from, to)) {
            entry = new Entry(Arrays.copyOfRange(bytes, from, to));
            entries[slot] = entry;
        }
        return entry.text;
    }

    /// Returns the text, cut to the limit without leaving half a character.
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < Math.min(to, from + HASHED_BYTES_MAX); i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }

    /** Bytes and the text that they are. */
    private static final class Entry {
        private final byte[] bytes;
        private final String text;

        Entry(byte[] bytes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.UTF_8);
        }

        boolean is(byte[] others, int from, int to) {
            return Arrays.equals(bytes, 0, bytes.length, others, from, to);
        }
    }
}
