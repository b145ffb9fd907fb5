package dev.faultline.api;

/// Root of what this module throws; the message is one sentence that a user can act on.
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An error that nothing else caused.
    public ApiException(String message) {
        super(message);
    }

    /// An error with the failure behind it.
    public ApiException(String message, Throwable cause) {
        super(message, cause);
    }
}
