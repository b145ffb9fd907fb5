package dev.faultline.graph.alert;

import dev.faultline.graph.GraphException;

/// More alerts wait to be stored than fit; the sender may send again.
public final class AlertsFullException extends GraphException {
    private static final long serialVersionUID = 1;

    AlertsFullException(String sentence) {
        super(sentence, null);
    }
}
