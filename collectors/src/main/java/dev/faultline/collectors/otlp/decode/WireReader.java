package dev.faultline.collectors.otlp.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A cursor over protobuf's wire format that copies nothing; whatever runs past its end is undecodable.
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    private static final VarHandle LONG_LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int VARINT_BYTES_MAX = 10;

    final byte[] bytes;
    private int position;
    private int end;

    WireReader(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    int position() {
        return position;
    }

    /// Goes back to where a message was entered.
    void rewind(int to) {
        position = to;
    }

    /// Returns the next field's tag, or 0 at the end of the message.
    int tag() {
        if (position == end) {
            return 0;
        }
        long tag = varint();
        if (tag <= 7 || tag >>> 32 != 0) {
            throw malformed("field number is out of range");
        }
        return (int) tag;
    }

    long varint() {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES_MAX; i++) {
            byte next = bytes[advance(1)];
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number has more than " + VARINT_BYTES_MAX + " bytes");
    }

    long fixed64() {
        return (long) LONG_LITTLE.get(bytes, advance(Long.BYTES));
    }

    /// Returns eight bytes of an id that is being read, the first as the highest.
    long bigEndianAt(int from) {
        return (long) LONG_BIG.get(bytes, from);
    }

    /// Reads a length and returns where what it measures ends.
    int lengthEnd() {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw malformed("a length of " + length + " bytes goes past the end of its message");
        }
        return position + (int) length;
    }

    /// Goes into the message that comes next and returns the end of the one around it, for [#leave(int)].
    int enter() {
        int messageEnd = lengthEnd();
        int outerEnd = end;
        end = messageEnd;
        return outerEnd;
    }

    void leave(int outerEnd) {
        position = end;
        end = outerEnd;
    }

    /// Passes over the bytes up to there and returns where they began.
    int passTo(int to) {
        int from = position;
        position = to;
        return from;
    }

    void skip(int tag) {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> advance(Long.BYTES);
            case LENGTH -> position = lengthEnd();
            case FIXED32 -> advance(Integer.BYTES);
            default -> throw malformed("wire type " + (tag & 7) + " is not used by OTLP");
        }
    }

    private int advance(int count) {
        if (count > end - position) {
            throw malformed("it ends in the middle of a field");
        }
        int from = position;
        position += count;
        return from;
    }

    private UndecodableException malformed(String what) {
        return new UndecodableException("the body is not a protobuf ExportTraceServiceRequest: at byte " + position + " " + what);
    }
}
