package dev.faultline.collectors.json;

/// What a sender sent is wrong; the message is a sentence for the sender that names the field, the value and what is expected.
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }
}
