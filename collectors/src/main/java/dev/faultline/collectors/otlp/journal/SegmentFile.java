package dev.faultline.collectors.otlp.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Reads a segment back, up to an entry that a crash left half written.
final class SegmentFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private SegmentFile() {}

    /// Gives all bodies and returns when the segment was closed; one that was not is cut behind its last whole entry.
    static OptionalLong read(Path file, EntryReader reader) {
        long wholeBytes = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            long fileBytes = Files.size(file);
            while (true) {
                int length = in.readInt();
                byte kind = in.readByte();
                long timeMillis = in.readLong();
                int checksum = in.readInt();
                if (length < 0 || length > fileBytes - wholeBytes - Entry.HEADER_BYTES) {
                    break;
                }
                byte[] body = in.readNBytes(length);
                if (checksum != Entry.checksum(kind, timeMillis, body)) {
                    break;
                }
                if (kind == Entry.END) {
                    return OptionalLong.of(timeMillis);
                }
                reader.body(kind == Entry.JSON ? BodyFormat.JSON : BodyFormat.PROTOBUF, timeMillis, body);
                wholeBytes += Entry.HEADER_BYTES + length;
            }
        } catch (EOFException e) {
            // The end of a segment that was never closed.
        } catch (IOException e) {
            throw new JournalException("segment " + file + " cannot be read: " + e, e);
        }
        cut(file, wholeBytes);
        return OptionalLong.empty();
    }

    private static void cut(Path file, long bytes) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        } catch (IOException e) {
            throw new JournalException("segment " + file + " cannot be cut to its whole entries: " + e, e);
        }
    }
}
