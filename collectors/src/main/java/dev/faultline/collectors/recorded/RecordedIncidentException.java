package dev.faultline.collectors.recorded;

/// A recorded incident cannot be read: says which file and what is expected there.
public final class RecordedIncidentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordedIncidentException(String message) {
        super(message);
    }

    RecordedIncidentException(String message, Exception cause) {
        super(message, cause);
    }
}
