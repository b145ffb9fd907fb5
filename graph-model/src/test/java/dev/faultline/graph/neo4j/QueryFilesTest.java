package dev.faultline.graph.neo4j;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryFilesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");
    private static final Pattern NAME = Pattern.compile("[a-z-]+/[a-z]+(-[a-z0-9]+)+");

    @Test
    void everyFileIsNamedBySomeSource() {
        var sources = QueryFiles.sources();

        assertThat(QueryFiles.names().filter(name -> !isNamed(name, sources))).as("query files that nothing uses").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.faultline.graph.neo4j.QueryFiles#names")
    void aNameSaysAreaVerbAndThing(String name) {
        assertThat(name).matches(NAME);
    }

    @ParameterizedTest
    @MethodSource("dev.faultline.graph.neo4j.QueryFiles#names")
    void aHeaderSaysPurposeParametersAndColumns(String name) {
        var query = new Queries().named(name);
        var header = QueryHeader.of(query);

        assertThat(header.texts()).containsKeys("Purpose", "Parameters", "Columns");
        assertThat(header.words("Parameters")).containsAll(parameters(query));
    }

    /// By its whole name, or without its area where a store works in one area alone.
    private static boolean isNamed(String name, String sources) {
        return sources.contains('"' + name + '"') || sources.contains('"' + name.substring(name.indexOf('/') + 1) + '"');
    }

    private static Set<String> parameters(Query query) {
        var names = new HashSet<String>();
        var body = query.text().lines().filter(line -> !line.startsWith("//")).reduce("", (all, line) -> all + line + "\n");
        PARAMETER.matcher(body).results().forEach(parameter -> names.add(parameter.group(1)));
        return names;
    }
}
