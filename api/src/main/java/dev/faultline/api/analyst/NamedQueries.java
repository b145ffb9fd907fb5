package dev.faultline.api.analyst;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The analysts' library: every query that ships with Faultline, by name.
final class NamedQueries {
    private static final String FOLDER = "/faultline/analyst/";
    private static final List<String> NAMES = List.of("calibrate-confidence", "compare-two-instants", "find-alerts-after-deployments",
            "find-alerts-without-ci",
            "find-busiest-call-edges", "find-call-edges-with-errors", "find-changes-near-a-ci", "find-cis-by-attribute",
            "find-recurring-alerts", "find-services-without-owner", "find-silent-services", "find-single-points-of-failure",
            "find-stale-sources", "find-top-causes", "list-hosts-by-instances", "show-blast-radius");
    private static final List<NamedQuery> ALL = NAMES.stream().map(NamedQueries::load).toList();

    private NamedQueries() {}

    static List<NamedQuery> all() {
        return ALL;
    }

    static Optional<NamedQuery> named(String name) {
        return ALL.stream().filter(query -> query.name().equals(name)).findFirst();
    }

    private static NamedQuery load(String name) {
        try (InputStream in = NamedQueries.class.getResourceAsStream(FOLDER + name + ".cypher")) {
            if (in == null) {
                throw new IllegalStateException("query " + FOLDER + name + ".cypher is not in the jar");
            }
            return NamedQuery.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
