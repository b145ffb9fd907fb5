package dev.faultline.collectors.syslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.InvalidInputException;

/// Takes the messages of a TCP connection apart as RFC 6587 says: each after its length, or each up to the end of its line.
final class SyslogFrames {

    /// Messages past this are refused; senders are to expect no more than 8 KiB to be taken.
    static final int MESSAGE_BYTES_MAX = 64 * 1024;

    private static final int LENGTH_DIGITS_MAX = 6;

    private final InputStream in;

    /// @param in buffered
    SyslogFrames(InputStream in) {
        this.in = in;
    }

    /// The next message; null at the end.
    ///
    /// @throws InvalidInputException where what follows is none, or too long: nothing after it can be read
    @Nullable
    String next() throws IOException {
        int first = in.read();
        while (first == '\n' || first == '\r' || first == 0) {
            first = in.read();
        }
        if (first < 0) {
            return null;
        }
        return Character.isDigit(first) ? counted(first) : line(first);
    }

    private String counted(int first) throws IOException {
        int length = first - '0';
        int next = in.read();
        for (int digits = 1; Character.isDigit(next) && digits < LENGTH_DIGITS_MAX; digits++) {
            length = length * 10 + next - '0';
            next = in.read();
        }
        if (next != ' ' || length > MESSAGE_BYTES_MAX) {
            throw new InvalidInputException("a syslog frame announces " + length + " bytes, expected a length of at most "
                    + MESSAGE_BYTES_MAX + " and a space");
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new InvalidInputException("a syslog frame ends after " + message.length + " bytes, expected " + length);
        }
        return new String(message, StandardCharsets.UTF_8);
    }

    private String line(int first) throws IOException {
        var message = new ByteArrayOutputStream();
        for (int next = first; next >= 0 && next != '\n' && next != 0; next = in.read()) {
            if (message.size() == MESSAGE_BYTES_MAX) {
                throw new InvalidInputException("a line of syslog has more than " + MESSAGE_BYTES_MAX + " bytes, expected fewer");
            }
            message.write(next);
        }
        return message.toString(StandardCharsets.UTF_8);
    }
}
