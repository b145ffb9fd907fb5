package dev.faultline.collectors.otlp.decode;

/// A body that is not what its content type says.
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UndecodableException(String message) {
        super(message);
    }

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
