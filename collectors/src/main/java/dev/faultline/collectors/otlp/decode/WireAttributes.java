package dev.faultline.collectors.otlp.decode;

/// Reads protobuf's `KeyValue` messages, those whose key is known.
final class WireAttributes {
    private static final int KEY = 1 << 3 | WireReader.LENGTH;
    private static final int VALUE = 2 << 3 | WireReader.LENGTH;
    private static final int VALUE_TEXT = 1 << 3 | WireReader.LENGTH;
    private static final int VALUE_INTEGER = 3 << 3 | WireReader.VARINT;

    private final TextCache texts;
    private final int textCharsMax;

    WireAttributes(TextCache texts, int textCharsMax) {
        this.texts = texts;
        this.textCharsMax = textCharsMax;
    }

    /// Reads all attributes of the message that comes next, which has them under the given tag.
    void readAll(WireReader reader, int attributeTag, AttributeValues values) {
        int outerEnd = reader.enter();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == attributeTag) {
                read(reader, values);
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }

    /// Reads the attribute that comes next.
    void read(WireReader reader, AttributeValues values) {
        int outerEnd = reader.enter();
        Attribute attribute = null;
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == KEY) {
                int to = reader.lengthEnd();
                int from = reader.passTo(to);
                attribute = Attribute.of(reader.bytes, from, to);
            } else if (tag == VALUE && attribute != null) {
                value(reader, attribute, values);
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }

    private void value(WireReader reader, Attribute attribute, AttributeValues values) {
        int outerEnd = reader.enter();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == VALUE_TEXT) {
                int to = reader.lengthEnd();
                int from = reader.passTo(to);
                values.put(attribute, texts.text(reader.bytes, from, to, textCharsMax));
            } else if (tag == VALUE_INTEGER) {
                values.put(attribute, reader.varint());
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }
}
