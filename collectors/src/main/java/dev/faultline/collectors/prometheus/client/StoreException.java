package dev.faultline.collectors.prometheus.client;

/// The store gave no usable answer; the message is a sentence on what it did.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreTrouble trouble;

    public StoreException(StoreTrouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    StoreException(StoreTrouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public StoreTrouble trouble() {
        return trouble;
    }
}
