package dev.faultline.api.demo.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A process that burns all processors of this host, for a bounded time.
public final class ProcessorHog implements AutoCloseable {
    /// Enough to leave others a small share of each processor.
    private static final int THREADS_PER_PROCESSOR = 8;

    private final JavaChild process;

    private ProcessorHog(JavaChild process) {
        this.process = process;
    }

    /// Starts to burn; it ends by itself after the given time.
    public static ProcessorHog start(Duration timeMax, Path folder) {
        int threads = THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return new ProcessorHog(JavaChild.start(Burner.class,
                List.of(Integer.toString(threads), Long.toString(timeMax.toMillis())), Map.of(), folder.resolve("processor-hog.log")));
    }

    @Override
    public void close() {
        process.kill();
    }

    /// Main class of the process. Arguments: threads, milliseconds.
    static final class Burner {
        private Burner() {}

        public static void main(String[] arguments) throws IOException {
            long endNanos = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000;
            for (int thread = 0; thread < Integer.parseInt(arguments[0]); thread++) {
                Thread.ofPlatform().daemon(false).start(() -> burn(endNanos));
            }
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
            Runtime.getRuntime().halt(0);
        }

        private static void burn(long endNanos) {
            double sum = 1;
            while (System.nanoTime() < endNanos) {
                for (int step = 0; step < 10_000; step++) {
                    sum = Math.sqrt(sum + step);
                }
            }
            if (Double.isNaN(sum)) {
                System.err.println("not a number");
            }
        }
    }
}
