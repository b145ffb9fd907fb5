package dev.faultline.api.http;

import java.util.OptionalLong;

import dev.faultline.api.ApiException;

/// That a request is refused: a status and one sentence for the sender.
public final class Rejection extends ApiException {
    private static final long serialVersionUID = 1L;
    private static final long NO_RETRY = -1;

    private final int status;
    private final String detail;
    private final long retryAfterSeconds;

    private Rejection(int status, String detail, long retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.detail = detail;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /// 400: the sentence names the field, the value and what is expected.
    public static Rejection badRequest(String detail) {
        return new Rejection(400, detail, NO_RETRY);
    }

    /// 401: no valid token came with the request.
    public static Rejection unauthorized(String detail) {
        return new Rejection(401, detail, NO_RETRY);
    }

    /// 403: the caller is known and may not do this.
    public static Rejection forbidden(String detail) {
        return new Rejection(403, detail, NO_RETRY);
    }

    /// 404: there is no such thing.
    public static Rejection notFound(String detail) {
        return new Rejection(404, detail, NO_RETRY);
    }

    /// 408: the client took too long to send.
    static Rejection tooSlow(String detail) {
        return new Rejection(408, detail, NO_RETRY);
    }

    /// 409: what is asked contradicts what is there.
    public static Rejection conflict(String detail) {
        return new Rejection(409, detail, NO_RETRY);
    }

    /// 413: the body is larger than the route takes.
    public static Rejection tooLarge(String detail) {
        return new Rejection(413, detail, NO_RETRY);
    }

    /// 415: the body is of a kind that the route does not read.
    public static Rejection unsupportedMedia(String detail) {
        return new Rejection(415, detail, NO_RETRY);
    }

    /// 421: the request is addressed to another host.
    static Rejection misdirected(String detail) {
        return new Rejection(421, detail, NO_RETRY);
    }

    /// 422: the request is well formed and cannot be done.
    public static Rejection unprocessable(String detail) {
        return new Rejection(422, detail, NO_RETRY);
    }

    /// 429: too much of the same at a time.
    public static Rejection tooMany(String detail, long retryAfterSeconds) {
        return new Rejection(429, detail, retryAfterSeconds);
    }

    /// 503: what the request needs is away for now.
    public static Rejection unavailable(String detail, long retryAfterSeconds) {
        return new Rejection(503, detail, retryAfterSeconds);
    }

    /// 504: the work took longer than its limit.
    public static Rejection timedOut(String detail) {
        return new Rejection(504, detail, NO_RETRY);
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The sentence for the sender.
    public String detail() {
        return detail;
    }

    /// After how many seconds the same request may succeed.
    public OptionalLong retryAfterSeconds() {
        return retryAfterSeconds == NO_RETRY ? OptionalLong.empty() : OptionalLong.of(retryAfterSeconds);
    }
}
