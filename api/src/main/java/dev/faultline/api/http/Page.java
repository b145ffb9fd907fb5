package dev.faultline.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The pages that are served from the jar.
public final class Page {
    /// Where the pages of our own are.
    public static final String FOLDER = "/faultline/page/";

    private Page() {}

    /// The text of a page by its file name.
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// The bytes of a page's asset by its file name.
    public static byte[] bytes(String name) {
        return resource(FOLDER + name);
    }

    /// The bytes of anything on the class path by its full name.
    public static byte[] resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("page " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
