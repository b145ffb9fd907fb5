package dev.faultline.rca.incident;

import java.util.Arrays;

/// A list of numbers that grows and boxes none of them.
final class IntList {
    private static final int ROOM_AT_FIRST = 64;

    private int[] items = new int[ROOM_AT_FIRST];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int get(int index) {
        return items[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
