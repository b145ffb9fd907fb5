package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import dev.faultline.graph.GraphException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The generated password of our own Neo4j: kept in a file that only its owner reads, and never on a command line.
///
/// Before its first start the server is told a salted hash of it in the file that its own `set-initial-password` writes
/// (`data/dbms/auth.ini`), so that at no moment the server listens with a known password.
final class ServerPassword {
    static final String USER = "neo4j";

    private static final int PASSWORD_BYTES = 24;
    private static final int SALT_BYTES = 32;
    private static final int ITERATIONS = 1024;

    private ServerPassword() {}

    /// Reads the password of the server in a directory, or makes one where there is none yet.
    static String in(Path directory, RandomGenerator random) {
        var file = directory.resolve("password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file, UTF_8).strip();
            }
            if (Files.exists(directory.resolve("data/databases"))) {
                throw new GraphException("file " + file + " is missing, expected the password of the Neo4j whose data is in " + directory);
            }
            var password = HexFormat.of().formatHex(bytes(random, PASSWORD_BYTES));
            writePrivately(Files.createDirectories(directory.resolve("data/dbms")).resolve("auth.ini"), authentication(password, random));
            writePrivately(file, password);
            return password;
        } catch (IOException e) {
            throw new GraphException("the password of Neo4j cannot be kept in " + file + ": " + e, e);
        }
    }

    private static String authentication(String password, RandomGenerator random) {
        var salt = bytes(random, SALT_BYTES);
        var hex = HexFormat.of();
        return USER + ":SHA-256," + hex.formatHex(hash(password, salt)) + "," + hex.formatHex(salt) + "," + ITERATIONS + ":\n";
    }

    private static byte[] hash(String password, byte[] salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var hash = digest.digest(password.getBytes(UTF_8));
            for (int i = 1; i < ITERATIONS; i++) {
                hash = digest.digest(hash);
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new GraphException("this JDK lacks SHA-256, which every JDK has", e);
        }
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
