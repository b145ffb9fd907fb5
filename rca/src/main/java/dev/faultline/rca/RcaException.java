package dev.faultline.rca;

/// Root of the errors of this module.
public class RcaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RcaException(String message) {
        super(message);
    }

    public RcaException(String message, Exception cause) {
        super(message, cause);
    }
}
