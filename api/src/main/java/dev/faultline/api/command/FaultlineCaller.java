package dev.faultline.api.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.ApiException;
import dev.faultline.api.http.Json;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;

/// Asks the Faultline that runs with the same settings, with the token of its data directory.
final class FaultlineCaller {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");
    private static final int OK = 200;

    private final URI faultline;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_MAX).build();

    private FaultlineCaller(URI faultline, String token) {
        this.faultline = faultline;
        this.token = token;
    }

    /// @param url where it answers; null for the address of the settings
    static FaultlineCaller of(Settings settings, @Nullable URI url) {
        String host = settings.get(Keys.HTTP_HOST);
        String address = ANY_ADDRESS.contains(host) ? "127.0.0.1" : host;
        URI faultline = url == null ? URI.create("http://" + address + ":" + settings.get(Keys.HTTP_PORT)) : url;
        return new FaultlineCaller(faultline, settings.get(Keys.ADMIN_TOKEN).orElseGet(() -> stored(settings.get(Keys.DATA_DIRECTORY))));
    }

    private static String stored(Path dataDirectory) {
        Path file = Tokens.adminFile(dataDirectory);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException e) {
            throw new ApiException("token file " + file + " cannot be read: " + e, e);
        }
        throw new ApiException("there is no " + file + ", so that no Faultline was ever started with data.directory " + dataDirectory
                + "; expected the settings of the one to ask");
    }

    /// The answer to a read.
    ///
    /// @throws ApiException with a sentence where there is none, or another one than asked for
    JsonNode get(String target) {
        HttpRequest request = HttpRequest.newBuilder(faultline.resolve(target)).timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (answer.statusCode() != OK) {
                throw new ApiException(body.path("detail").asString("Faultline answered " + answer.statusCode()));
            }
            return body;
        } catch (IOException e) {
            throw new ApiException(
                    "no Faultline answers at " + faultline + "; it has to run (faultline serve) with the same settings, or be "
                            + "named with --url",
                    e);
        } catch (JacksonException e) {
            throw new ApiException("what answers at " + faultline + " is no Faultline, expected JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted while Faultline was asked", e);
        }
    }
}
