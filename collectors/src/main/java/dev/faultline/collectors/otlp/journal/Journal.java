package dev.faultline.collectors.otlp.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What was accepted, in numbered segments on disk: bodies of requests, or what they came to.
///
/// An entry is handed to the operating system before its request is answered, so that it outlives this process; it is not forced to
/// the disk, so a power loss may take the last moments. Methods are for one thread at a time.
public final class Journal implements AutoCloseable {
    private static final String ID_FILE = "id";

    private final Path directory;
    private final String content;
    private final long bytesMax;
    private final String id;
    private final NavigableMap<Long, Long> sizes = new TreeMap<>();
    private @Nullable RandomAccessFile open;
    private long openSegment = -1;
    private long openBytes;

    private Journal(Path directory, String content, long bytesMax, String id) {
        this.directory = directory;
        this.content = content;
        this.bytesMax = bytesMax;
        this.id = id;
    }

    /// Opens the journal in a directory, which is made where it is missing.
    ///
    /// @param content what it keeps, such as `spans`: the ending of its files
    /// @param bytesMax all segments together hold no more
    /// @param newId names the journal where it is new
    public static Journal open(Path directory, String content, long bytesMax, String newId) {
        Pattern segmentName = Pattern.compile("segment-(\\d{12})\\." + Pattern.quote(content));
        try {
            Files.createDirectories(directory);
            Path idFile = directory.resolve(ID_FILE);
            if (!Files.exists(idFile)) {
                Files.writeString(idFile, newId);
            }
            Journal journal = new Journal(directory, content, bytesMax, Files.readString(idFile).strip());
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Matcher name = segmentName.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        journal.sizes.put(Long.parseLong(name.group(1)), Files.size(file));
                    }
                }
            }
            return journal;
        } catch (IOException e) {
            throw new JournalException("the journal of " + content + " cannot be kept in " + directory + ": " + e, e);
        }
    }

    /// What the graph knows this journal by.
    public String id() {
        return id;
    }

    /// Numbers of the segments that there are, oldest first.
    public List<Long> segments() {
        return List.copyOf(sizes.keySet());
    }

    /// Gives back the bodies of a segment and returns when it was closed; nothing where it was not.
    public OptionalLong read(long segment, EntryReader reader) {
        return SegmentFile.read(file(segment), reader);
    }

    /// Goes on writing at the end of a segment, which is made where it is missing.
    public void start(long segment) {
        try {
            goOnWith(segment, new RandomAccessFile(file(segment).toFile(), "rw"));
        } catch (IOException e) {
            throw new JournalException("segment " + file(segment) + " cannot be written: " + e, e);
        }
    }

    /// Closes the segment that is being written and goes on with the next one.
    ///
    /// @throws JournalException where the disk does not take that; then it goes on with the same segment
    public void next(long atMillis) {
        RandomAccessFile closing = open;
        long segment = openSegment + 1;
        try {
            RandomAccessFile file = new RandomAccessFile(file(segment).toFile(), "rw");
            try {
                write(Entry.bytes(Entry.END, atMillis, new byte[0]));
            } catch (JournalException e) {
                file.close();
                throw e;
            }
            goOnWith(segment, file);
            if (closing != null) {
                closing.close();
            }
        } catch (IOException e) {
            throw new JournalException("segment " + file(segment) + " cannot be written: " + e, e);
        }
    }

    /// Number of the segment that is being written.
    public long segment() {
        return openSegment;
    }

    /// Whether the segment that is being written holds nothing.
    public boolean isEmpty() {
        return openBytes == 0;
    }

    public long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Keeps a body.
    ///
    /// @throws JournalException where the disk or the journal is full; then nothing is kept
    public void append(BodyFormat format, long arrivedMillis, byte[] body) {
        long all = bytes() + body.length;
        if (all > bytesMax) {
            throw new JournalException(
                    "the journal of " + content + " in " + directory + " is full: " + all + " bytes, expected at most " + bytesMax,
                    null);
        }
        write(Entry.bytes(format == BodyFormat.JSON ? Entry.JSON : Entry.PROTOBUF, arrivedMillis, body));
    }

    /// Closes the segment that is being written.
    public void end(long atMillis) {
        write(Entry.bytes(Entry.END, atMillis, new byte[0]));
        close();
    }

    /// Removes a segment that is not needed any more.
    public void delete(long segment) {
        try {
            Files.deleteIfExists(file(segment));
            sizes.remove(segment);
        } catch (IOException e) {
            throw new JournalException("segment " + file(segment) + " cannot be removed: " + e, e);
        }
    }

    @Override
    public void close() {
        RandomAccessFile closing = open;
        open = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException e) {
            throw new JournalException("segment " + file(openSegment) + " cannot be closed: " + e, e);
        }
    }

    private void goOnWith(long segment, RandomAccessFile file) throws IOException {
        openBytes = file.length();
        open = file;
        openSegment = segment;
        sizes.put(segment, openBytes);
    }

    private void write(byte[] entry) {
        RandomAccessFile file = open;
        if (file == null) {
            throw new JournalException("the journal of " + content + " in " + directory + " is closed", null);
        }
        try {
            // A write that failed, and could not be taken back, is written over.
            file.seek(openBytes);
            file.write(entry);
            openBytes += entry.length;
            sizes.put(openSegment, openBytes);
        } catch (IOException e) {
            takeBack(file);
            throw new JournalException("segment " + file(openSegment) + " cannot be written: " + e, e);
        }
    }

    /// Leaves no half entry behind where the disk is full.
    private void takeBack(RandomAccessFile file) {
        try {
            file.setLength(openBytes);
        } catch (IOException e) {
            throw new JournalException("segment " + file(openSegment) + " cannot be cut after a failed write: " + e, e);
        }
    }

    private Path file(long segment) {
        return directory.resolve("segment-%012d.%s".formatted(segment, content));
    }
}
