package dev.faultline.collectors.otlp.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTest {
    private static final long BYTES_MAX = 1_000;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatWasAppendedComesBackInOrder() {
        try (Journal journal = open()) {
            journal.start(0);
            journal.append(BodyFormat.PROTOBUF, 5, new byte[]{1, 2});
            journal.append(BodyFormat.JSON, 6, new byte[0]);
            journal.end(7);
        }
        Journal again = open();
        assertThat(again.id()).isEqualTo("first");
        assertThat(again.segments()).containsExactly(0L);
        List<String> entries = new ArrayList<>();
        assertThat(again.read(0, (format, time, body) -> entries.add(format + " " + time + " " + body.length))).hasValue(7);
        assertThat(entries).containsExactly("PROTOBUF 5 2", "JSON 6 0");
    }

    @Test
    void anEntryThatACrashLeftHalfWrittenIsCutOff() throws IOException {
        try (Journal journal = open()) {
            journal.start(3);
            journal.append(BodyFormat.PROTOBUF, 5, new byte[]{1, 2});
        }
        Path file = directory.resolve("segment-000000000003.spans");
        long whole = Files.size(file);
        Files.write(file, Entry.bytes(Entry.PROTOBUF, 6, new byte[100]), StandardOpenOption.APPEND);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) whole + 60));
        Journal journal = open();
        List<Long> times = new ArrayList<>();
        assertThat(journal.read(3, (format, time, body) -> times.add(time))).isEqualTo(OptionalLong.empty());
        assertThat(times).containsExactly(5L);
        assertThat(Files.size(file)).isEqualTo(whole);
    }

    @Test
    void aSpoiltEntryEndsTheSegment() throws IOException {
        try (Journal journal = open()) {
            journal.start(0);
            journal.append(BodyFormat.PROTOBUF, 5, new byte[]{1, 2});
            journal.append(BodyFormat.PROTOBUF, 6, new byte[]{3, 4});
        }
        Path file = directory.resolve("segment-000000000000.spans");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        List<Long> times = new ArrayList<>();
        open().read(0, (format, time, body) -> times.add(time));
        assertThat(times).containsExactly(5L);
    }

    @Test
    void aFullJournalTakesNothingMore() {
        try (Journal journal = open()) {
            journal.start(0);
            journal.append(BodyFormat.PROTOBUF, 5, new byte[900]);
            assertThatThrownBy(() -> journal.append(BodyFormat.PROTOBUF, 6, new byte[900])).isInstanceOf(JournalException.class)
                    .hasMessageContaining("is full").hasMessageContaining("expected at most 1000");
            journal.end(6);
            journal.delete(0);
            journal.start(1);
            journal.append(BodyFormat.PROTOBUF, 7, new byte[900]);
            assertThat(journal.segments()).containsExactly(1L);
        }
    }

    @Test
    void whereTheNextSegmentCannotBeMadeTheJournalGoesOnWithTheOneItHas() throws IOException {
        try (Journal journal = open()) {
            Path inTheWay = Files.createDirectory(directory.resolve("segment-000000000001.spans"));
            journal.start(0);
            journal.append(BodyFormat.PROTOBUF, 5, new byte[]{1});
            assertThatThrownBy(() -> journal.next(6)).isInstanceOf(JournalException.class).hasMessageContaining("000000000001.spans");
            assertThat(journal.segment()).isZero();
            journal.append(BodyFormat.PROTOBUF, 7, new byte[]{2});
            Files.delete(inTheWay);
            journal.next(8);
            assertThat(journal.segment()).isEqualTo(1);
            journal.append(BodyFormat.PROTOBUF, 9, new byte[]{3});
        }
        List<Long> times = new ArrayList<>();
        assertThat(open().read(0, (format, time, body) -> times.add(time))).hasValue(8);
        assertThat(open().read(1, (format, time, body) -> times.add(time))).isEmpty();
        assertThat(times).containsExactly(5L, 7L, 9L);
    }

    private Journal open() {
        return Journal.open(directory, "spans", BYTES_MAX, Files.exists(directory.resolve("id")) ? "second" : "first");
    }
}
