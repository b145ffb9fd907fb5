package dev.faultline.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.faultline.api.settings.Keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/// What the README tells readers to type and to open is there.
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("faultline.root", ".."));
    private static final Pattern COMMAND = Pattern.compile("(?:bin/faultline|`faultline) ([a-z-][^`#\\n]*)");
    private static final Pattern VARIABLE = Pattern.compile("FAULTLINE_[A-Z0-9_]+");
    private static final Pattern MODULE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void everyCommandIsUnderstood() throws IOException {
        List<String> commands = found(COMMAND, 1);
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            String[] arguments = command.replace("FOLDER...", "folder").strip().split("\\s+", -1);
            assertThatCode(() -> FaultlineCommand.commandLine(Map.of()).parseArgs(arguments)).as(command).doesNotThrowAnyException();
        }
    }

    @Test
    void everyVariableIsASetting() throws IOException {
        Set<String> known = Keys.ALL.stream()
                .map(key -> "FAULTLINE_" + key.key().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")).collect(Collectors.toSet());
        assertThat(found(VARIABLE, 0)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyModuleOfTheTableIsThereAndTheReverse() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<String> modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString()).toList();
            assertThat(found(MODULE, 1)).containsExactlyInAnyOrderElementsOf(modules);
        }
    }

    private static List<String> found(Pattern pattern, int group) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        return pattern.matcher(readme).results().map((MatchResult match) -> match.group(group)).toList();
    }
}
