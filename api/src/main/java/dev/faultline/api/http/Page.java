package dev.faultline.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The pages that are served from the jar.
public final class Page {
    private static final String FOLDER = "/faultline/page/";

    private Page() {}

    /// The text of a page by its file name.
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// The bytes of a page's asset by its file name.
    public static byte[] bytes(String name) {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("page " + FOLDER + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
