package dev.faultline.collectors.otlp.journal;

import org.jspecify.annotations.Nullable;

/// The journal cannot take or give what it should; the sentence says which file and why.
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
