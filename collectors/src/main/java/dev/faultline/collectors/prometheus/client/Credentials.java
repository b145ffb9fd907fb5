package dev.faultline.collectors.prometheus.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// What opens the store.
public sealed interface Credentials {

    /// The value of the header `Authorization`, or nothing.
    Optional<String> authorization();

    /// Nothing is needed.
    record None() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /// A token.
    record Bearer(Secret token) implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token.text());
        }
    }

    /// A user with a password.
    record Basic(String user, Secret password) implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional
                    .of("Basic " + Base64.getEncoder().encodeToString((user + ":" + password.text()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// A secret, at hand or in a file.
    sealed interface Secret {
        String text();

        /// A secret that is at hand.
        record Given(String text) implements Secret {
            @Override
            public String toString() {
                return "Given[********]";
            }
        }

        /// A secret in a file, which is read anew each time, as others replace it.
        record InFile(Path file) implements Secret {
            @Override
            public String text() {
                try {
                    return Files.readString(file).strip();
                } catch (IOException e) {
                    throw new StoreException(StoreTrouble.UNAVAILABLE, "the secret of the metric store cannot be read from " + file
                            + ", expected a file with nothing else in it", e);
                }
            }
        }
    }
}
