package dev.faultline.collectors.otlp;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import dev.faultline.collectors.otlp.decode.JsonSpanDecoder;
import dev.faultline.collectors.otlp.decode.ProtobufSpanDecoder;
import dev.faultline.collectors.otlp.decode.SpanDecoder;
import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.collectors.otlp.span.SpanLimits;

/// Decoders that threads borrow, so that the texts a decoder remembers serve the next request.
final class SpanDecoders {
    private final Pool protobuf;
    private final Pool json;

    SpanDecoders(SpanLimits limits) {
        protobuf = new Pool(() -> new ProtobufSpanDecoder(limits));
        json = new Pool(() -> new JsonSpanDecoder(limits));
    }

    SpanBatch decode(BodyFormat format, byte[] body, long arrivedMillis) {
        return switch (format) {
            case PROTOBUF -> protobuf.decode(body, arrivedMillis);
            case JSON -> json.decode(body, arrivedMillis);
        };
    }

    /// There are as many decoders as threads decoded at a time.
    private record Pool(Supplier<SpanDecoder> maker, ConcurrentLinkedQueue<SpanDecoder> free) {
        Pool(Supplier<SpanDecoder> maker) {
            this(maker, new ConcurrentLinkedQueue<>());
        }

        SpanBatch decode(byte[] body, long arrivedMillis) {
            SpanDecoder borrowed = free.poll();
            SpanDecoder decoder = borrowed == null ? maker.get() : borrowed;
            try {
                return decoder.decode(body, arrivedMillis);
            } finally {
                free.add(decoder);
            }
        }
    }
}
