package dev.faultline.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import dev.faultline.api.ApiException;

/// The secrets that open routes; compared in constant time and never shown.
public record Tokens(String admin, String ingest, String metrics) {
    private static final String ADMIN_FILE = "admin.token";
    private static final String INGEST_FILE = "ingest.token";
    private static final String METRICS_FILE = "metrics.token";
    private static final int TOKEN_BYTES = 32;

    /// The tokens that the settings name, else those of the data directory, made there at first start readable by their owner alone.
    public static Tokens open(Path dataDirectory, Optional<String> admin, Optional<String> ingest, Optional<String> metrics) {
        return new Tokens(admin.orElseGet(() -> fromFile(dataDirectory.resolve(ADMIN_FILE))),
                ingest.orElseGet(() -> fromFile(dataDirectory.resolve(INGEST_FILE))),
                metrics.orElseGet(() -> fromFile(dataDirectory.resolve(METRICS_FILE))));
    }

    /// Where the admin token of a data directory is kept.
    public static Path adminFile(Path dataDirectory) {
        return dataDirectory.resolve(ADMIN_FILE);
    }

    /// What a token opens; [Access#PUBLIC] where it is none of them.
    Access accessOf(String token) {
        if (same(token, admin)) {
            return Access.ADMIN;
        }
        if (same(token, ingest)) {
            return Access.INGEST;
        }
        return same(token, metrics) ? Access.METRICS : Access.PUBLIC;
    }

    /// Whether a token opens what asks for so much access.
    public boolean open(String token, Access required) {
        return accessOf(token).covers(required);
    }

    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String fromFile(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new ApiException("token file " + file + " is empty, expected a token; remove it to have one made");
            }
            return token;
        } catch (IOException e) {
            throw new ApiException("token file " + file + " cannot be read or made: " + e, e);
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, random() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file);
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Tokens[masked]";
    }
}
