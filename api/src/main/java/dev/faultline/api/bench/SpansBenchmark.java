package dev.faultline.api.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

import dev.faultline.api.ApiException;
import dev.faultline.api.settings.Settings;

/// Spans a second from HTTP to windows in the graph, beside decoding the same bytes alone with opentelemetry-proto's classes.
///
/// Run by `faultline bench spans`. The senders run in the same process, on the same cores.
final class SpansBenchmark implements Benchmark {
    private static final int TRACES_PER_BODY = 100;
    private static final int SENDERS = 4;
    private static final long WARM_MILLIS = 8_000;
    private static final long MEASURED_MILLIS = 10_000;
    private static final long DECODE_MILLIS = 4_000;
    private static final long STORED_PATIENCE_MILLIS = 120_000;
    private static final long RETRY_MILLIS = 50;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    @Override
    public String name() {
        return "spans";
    }

    @Override
    public String purpose() {
        return "spans from HTTP to stored windows, against decoding the same bytes alone";
    }

    @Override
    public void run(Settings settings, Figures figures) {
        SpanBodies bodies = SpanBodies.of(TRACES_PER_BODY, Clock.systemUTC().millis());
        double spansPerBody = TRACES_PER_BODY * SpanBodies.SPANS_PER_TRACE;
        figures.print("spans.body-bytes", bodies.stamped(1).length, "bytes");
        figures.print("spans.body-spans", spansPerBody, "spans");
        try (BenchedFaultline faultline = BenchedFaultline.start(settings)) {
            AtomicLong stamp = new AtomicLong(System.nanoTime());
            send(faultline, bodies, stamp, false, WARM_MILLIS);
            decode(bodies, DECODE_MILLIS);
            double decoded = decode(bodies, DECODE_MILLIS) * spansPerBody;
            figures.print("spans.decoded-alone", decoded, "spans/s");
            double plain = send(faultline, bodies, stamp, false, MEASURED_MILLIS) * spansPerBody;
            figures.print("spans.stored", plain, "spans/s");
            figures.print("spans.stored-of-decoded", plain / decoded, "ratio");
            double packed = send(faultline, bodies, stamp, true, MEASURED_MILLIS) * spansPerBody;
            figures.print("spans.stored-gzip", packed, "spans/s");
            figures.print("spans.stored-gzip-of-decoded", packed / decoded, "ratio");
        }
    }

    /// Sends for a time and waits until all is stored; returns bodies a second, the wait counted in.
    private static double send(BenchedFaultline faultline, SpanBodies bodies, AtomicLong stamp, boolean gzip, long millis) {
        double callsBefore = faultline.storedCalls();
        long started = System.nanoTime();
        long deadline = started + millis * 1_000_000;
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long sent = together(() -> {
            long count = 0;
            while (System.nanoTime() < deadline) {
                post(client, faultline, gzip ? packed(bodies.stamped(stamp.incrementAndGet())) : bodies.stamped(stamp.incrementAndGet()),
                        gzip);
                count++;
            }
            return count;
        }, SENDERS);
        double expected = callsBefore + (double) sent * TRACES_PER_BODY * SpanBodies.CALLS_PER_TRACE;
        faultline.awaitStoredCalls(expected, STORED_PATIENCE_MILLIS);
        return sent / ((System.nanoTime() - started) / 1e9);
    }

    private static void post(HttpClient client, BenchedFaultline faultline, byte[] body, boolean gzip)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(faultline.url() + "/v1/traces")).header("Content-Type", "application/x-protobuf")
                .header("Authorization", "Bearer " + faultline.token()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        while (true) {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == OK) {
                return;
            }
            if (status != UNAVAILABLE) {
                throw new ApiException("sending spans was answered with " + status + ", expected 200");
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    /// Decodes on all cores for a time; returns bodies a second.
    private static double decode(SpanBodies bodies, long millis) {
        byte[] body = bodies.stamped(1);
        long started = System.nanoTime();
        long deadline = started + millis * 1_000_000;
        long decoded = together(() -> {
            long count = 0;
            while (System.nanoTime() < deadline) {
                count += parse(body);
            }
            return count;
        }, Runtime.getRuntime().availableProcessors());
        return decoded / ((System.nanoTime() - started) / 1e9);
    }

    private static int parse(byte[] body) {
        try {
            return Math.min(1, ExportTraceServiceRequest.parseFrom(body).getResourceSpansCount());
        } catch (InvalidProtocolBufferException e) {
            throw new ApiException("the benchmark's own body cannot be decoded", e);
        }
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 13) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static long together(Callable<Long> work, int threads) {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(work));
            }
            long sum = 0;
            for (Future<Long> future : futures) {
                sum += future.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new ApiException("the benchmark broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("the benchmark was interrupted", e);
        }
    }
}
