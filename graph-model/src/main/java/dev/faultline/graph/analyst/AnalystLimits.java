package dev.faultline.graph.analyst;

import java.time.Duration;

/// How much one query of an analyst may take.
///
/// @param rowsMax rows that are returned; further ones are left unread
/// @param valuesMax texts, numbers and other single values that all rows together may hold
/// @param charactersMax characters that all texts together may hold
/// @param timeMax after which the server ends the query
public record AnalystLimits(int rowsMax, int valuesMax, int charactersMax, Duration timeMax) {

    public AnalystLimits {
        if (rowsMax < 1 || valuesMax < 1 || charactersMax < 1 || timeMax.isNegative() || timeMax.isZero()) {
            throw new IllegalArgumentException("limits of a query are " + rowsMax + " rows, " + valuesMax + " values, " + charactersMax
                    + " characters and " + timeMax + ", expected more than none of each");
        }
    }
}
