package dev.faultline.api.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The body of a request, read within limits of size and time; gzip is unpacked within the same limits.
public final class RequestBody {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final String TIME_MAX = "faultline.body-time-max";

    private RequestBody() {}

    /// Says how long the body of this request may take to arrive.
    static void limitTime(Context context, Duration timeMax) {
        context.attribute(TIME_MAX, timeMax);
    }

    /// Reads the whole body, unpacked.
    ///
    /// @throws Rejection 413 past the size, 408 past the time, 415 for an encoding other than gzip, 400 where the gzip is broken
    public static byte[] bytes(Context context, long bytesMax) {
        if (context.req().getContentLengthLong() > bytesMax) {
            throw tooLarge(bytesMax);
        }
        Duration timeMax = context.attribute(TIME_MAX);
        long deadlineNanos = System.nanoTime() + (timeMax == null ? Duration.ofMinutes(1) : timeMax).toNanos();
        try (InputStream in = unpacked(context, new InTime(context.req().getInputStream(), deadlineNanos))) {
            return readAll(in, bytesMax);
        } catch (ZipException | EOFException e) {
            throw Rejection.badRequest("the body is not valid gzip: " + e.getMessage());
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static InputStream unpacked(Context context, InputStream raw) throws IOException {
        String encoding = context.header("Content-Encoding");
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, CHUNK_BYTES);
            default -> throw Rejection.unsupportedMedia("Content-Encoding is '" + encoding + "', expected gzip or none");
        };
    }

    private static byte[] readAll(InputStream in, long bytesMax) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (body.size() + (long) count > bytesMax) {
                throw tooLarge(bytesMax);
            }
            body.write(chunk, 0, count);
        }
        return body.toByteArray();
    }

    /// The bytes as they arrive, which ends when they take too long; what unpacks them may read many for none that it gives.
    private static final class InTime extends FilterInputStream {
        private final long deadlineNanos;

        InTime(InputStream in, long deadlineNanos) {
            super(in);
            this.deadlineNanos = deadlineNanos;
        }

        @Override
        public int read() throws IOException {
            return inTime(in.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return inTime(in.read(bytes, offset, length));
        }

        private int inTime(int read) {
            if (System.nanoTime() > deadlineNanos) {
                throw Rejection.tooSlow("the body took too long to arrive");
            }
            return read;
        }
    }

    private static Rejection tooLarge(long bytesMax) {
        return Rejection.tooLarge("the body is larger than the " + bytesMax + " bytes that this route takes");
    }

    private static Rejection unread(IOException e) {
        for (@Nullable
        Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return Rejection.tooSlow("the body stopped arriving");
            }
        }
        return Rejection.badRequest("the body ended before it was complete");
    }
}
