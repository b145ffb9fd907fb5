package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The query files of module `cypher`, and the sources that may name them.
final class QueryFiles {
    private static final Path ROOT = Path.of(System.getProperty("faultline.root", ".."));
    private static final Path FOLDER = ROOT.resolve("cypher/src/main/resources/faultline/queries");
    private static final Path ANALYST_FOLDER = ROOT.resolve("cypher/src/main/resources/faultline/analyst");
    private static final List<String> MODULES = List.of("graph-model", "collectors", "rca", "loadtest", "api");
    private static final String ENDING = ".cypher";

    private QueryFiles() {}

    static Stream<String> names() {
        return names(FOLDER);
    }

    /// The names of the analysts' library.
    static Stream<String> analystNames() {
        return names(ANALYST_FOLDER);
    }

    static String analystText(String name) {
        return text(ANALYST_FOLDER.resolve(name + ENDING));
    }

    private static Stream<String> names(Path folder) {
        return files(folder).map(file -> folder.relativize(file).toString())
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .sorted();
    }

    static String sources() {
        var texts = new StringBuilder();
        MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(QueryFiles::files)
                .filter(file -> file.toString().matches(".*\\.(java|yaml|json|graphqls|txt)"))
                .forEach(file -> texts.append(text(file)));
        return texts.toString();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
