package dev.faultline.collectors.otlp.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The layout of one entry of a segment: length of the body, kind, time, checksum, body.
final class Entry {
    static final int HEADER_BYTES = Integer.BYTES + 1 + Long.BYTES + Integer.BYTES;
    static final byte PROTOBUF = 0;
    static final byte JSON = 1;
    /** Closes a segment; its time is when. */
    static final byte END = 2;

    private Entry() {}

    static byte[] bytes(byte kind, long timeMillis, byte[] body) {
        return ByteBuffer.allocate(HEADER_BYTES + body.length).putInt(body.length).put(kind).putLong(timeMillis)
                .putInt(checksum(kind, timeMillis, body)).put(body).array();
    }

    static int checksum(byte kind, long timeMillis, byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(timeMillis).flip());
        checksum.update(body);
        return (int) checksum.getValue();
    }
}
