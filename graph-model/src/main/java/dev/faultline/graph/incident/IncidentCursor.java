package dev.faultline.graph.incident;

/// Where a page of incidents ends: start and id of its last incident.
record IncidentCursor(long startedAtMillis, String id) {
    static final IncidentCursor START = new IncidentCursor(Long.MAX_VALUE, "");

    private static final char SEPARATOR = '~';

    static IncidentCursor after(Incident incident) {
        return new IncidentCursor(incident.startedAt().toEpochMilli(), incident.id());
    }

    static IncidentCursor parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            return new IncidentCursor(Long.parseLong(text.substring(0, Math.max(separator, 0))), text.substring(separator + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor is '" + text + "', expected one that a page of incidents gave", e);
        }
    }

    String text() {
        return startedAtMillis + String.valueOf(SEPARATOR) + id;
    }
}
