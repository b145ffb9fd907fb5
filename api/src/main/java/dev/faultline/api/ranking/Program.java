package dev.faultline.api.ranking;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.slf4j.LoggerFactory;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.rca.engine.RankingEngine;

/// The program that ranks, so that a ranking tells whether the one that explains it is the same.
public final class Program {
    /// The version of Faultline with a digest of the jars that hold its engine.
    public static final String NAME = name();

    private static final int DIGEST_CHARACTERS = 10;

    private Program() {}

    private static String name() {
        String version = Program.class.getPackage().getImplementationVersion();
        return "faultline " + (version == null ? "(built from source)" : version) + digest();
    }

    /// Jars are reproducible, so that the same sources give the same digest; folders of classes have none.
    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : List.of(RankingEngine.class, Evidence.class)) {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                Path jar = source == null ? null : Path.of(source.getLocation().toURI());
                if (jar == null || !Files.isRegularFile(jar)) {
                    return "";
                }
                digest.update(Files.readAllBytes(jar));
            }
            return " engine " + HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_CHARACTERS);
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            LoggerFactory.getLogger(Program.class).warn("the engine's jars cannot be read, rankings name the version alone: {}",
                    e.toString());
            return "";
        }
    }
}
