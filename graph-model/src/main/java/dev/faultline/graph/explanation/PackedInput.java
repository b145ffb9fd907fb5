package dev.faultline.graph.explanation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import tools.jackson.core.JacksonException;

import dev.faultline.graph.GraphException;

/// What a ranking was computed from, compressed as it is stored: JSON, deflated by its fastest way.
public final class PackedInput {
    /// A larger one is not kept, and its ranking says so.
    public static final int BYTES_MAX = 8 * 1024 * 1024;
    /// The same of the text that it unpacks to.
    private static final int TEXT_BYTES_MAX = 256 * 1024 * 1024;

    private final byte[] bytes;

    PackedInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Compresses an input; O(its values).
    public static PackedInput of(RankingInput input) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            InputText.MAPPER.writeValue(out, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new PackedInput(packed.toByteArray());
    }

    /// The input as it was.
    ///
    /// @throws GraphException where the bytes are none that this version can read
    public RankingInput unpack() {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            byte[] text = in.readNBytes(TEXT_BYTES_MAX);
            return InputText.MAPPER.readValue(text, RankingInput.class);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new GraphException("what the ranking was computed from is stored in a form that this version cannot read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    /// How many bytes it takes.
    public int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }
}
