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
    private static final Pattern ANALYST_PARAMETER = Pattern.compile("(?m)^// Parameter: (\\w+) = \\S.* -- .+$");
    private static final Pattern ANALYST_NAME = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
    private static final int ANALYST_QUERIES_MIN = 15;
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
        assertThat(header.words("Parameters")).containsAll(parameters(query.text()));
    }

    @Test
    void everyFileOfTheAnalystsLibraryIsNamedBySomeSource() {
        var sources = QueryFiles.sources();

        assertThat(QueryFiles.analystNames()).hasSizeGreaterThanOrEqualTo(ANALYST_QUERIES_MIN);
        assertThat(QueryFiles.analystNames().filter(name -> !sources.contains('"' + name + '"'))).as("query files that nothing uses")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.faultline.graph.neo4j.QueryFiles#analystNames")
    void aFileOfTheAnalystsLibrarySaysItsPurposeColumnsAndEachParameterWithADefault(String name) {
        var text = QueryFiles.analystText(name);
        var declared = new HashSet<String>();
        ANALYST_PARAMETER.matcher(text).results().forEach(parameter -> declared.add(parameter.group(1)));

        assertThat(name).matches(ANALYST_NAME);
        assertThat(text).startsWith("// Purpose: ").containsPattern("(?m)^// Columns: .+");
        assertThat(parameters(text)).isEqualTo(declared);
    }

    /// By its whole name, or without its area where a store works in one area alone.
    private static boolean isNamed(String name, String sources) {
        return sources.contains('"' + name + '"') || sources.contains('"' + name.substring(name.indexOf('/') + 1) + '"');
    }

    private static Set<String> parameters(String text) {
        var names = new HashSet<String>();
        var body = text.lines().filter(line -> !line.startsWith("//")).reduce("", (all, line) -> all + line + "\n");
        PARAMETER.matcher(body).results().forEach(parameter -> names.add(parameter.group(1)));
        return names;
    }
}
