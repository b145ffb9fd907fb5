package dev.faultline.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Errors that the wire causes before any route is reached, told like all others.
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, @Nullable String message, @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Content.Sink.write(response, true, StandardCharsets.UTF_8.decode(ByteBuffer.wrap(body(code))).toString(), callback);
    }

    private static byte[] body(int status) {
        return Problem.of(status, switch (status) {
            case 408 -> "the request took too long to arrive";
            case 413 -> "the request is larger than this server takes";
            case 414 -> "the address is longer than this server takes";
            case 431 -> "the header is larger than this server takes";
            case 503 -> "Faultline is stopping";
            default -> status < 500 ? "the request is not valid HTTP/1.1" : "Faultline failed to answer";
        }).json();
    }
}
