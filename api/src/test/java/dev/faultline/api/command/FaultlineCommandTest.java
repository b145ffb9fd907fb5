package dev.faultline.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FaultlineCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpTellsCommandsAndExitCodes() {
        assertThat(run(Map.of(), "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("serve").contains("config").contains("Exit codes:").contains("FAULTLINE_HTTP_PORT");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        for (String name : FaultlineCommand.commandLine(Map.of()).getSubcommands().keySet()) {
            assertThat(run(Map.of(), name, "--help")).as(name).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).as(name).contains("Usage: faultline " + name);
        }
    }

    @Test
    void wrongArgumentsAreOneSentenceAndTheUsageCode() {
        assertThat(run(Map.of(), "sevre")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("faultline: ").contains("sevre").contains("serve").contains("--help");
        assertThat(run(Map.of())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("a command is missing");
    }

    @Test
    void wrongSettingsAreSentencesAndTheUsageCode() {
        assertThat(run(Map.of("FAULTLINE_HTTP_PORT", "x", "FAULTLINE_LOG_LEVEL", "y"), "config")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("faultline: environment: FAULTLINE_"));
    }

    @Test
    void configPrintsTheEffectiveSettings() {
        assertThat(run(Map.of("FAULTLINE_HTTP_PORT", "1"), "config")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("http.port: \"1\"");
    }

    @Test
    void explainSaysWhatIsMissing(@TempDir Path data) throws IOException {
        Map<String, String> settings = Map.of("FAULTLINE_DATA_DIRECTORY", data.toString());
        assertThat(run(settings, "explain", "i")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("admin.token").contains(data.toString());
        Files.writeString(data.resolve("admin.token"), "secret");

        assertThat(run(settings, "explain", "i", "--url", "http://127.0.0.1:1")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("no Faultline answers at http://127.0.0.1:1").doesNotContain("secret");
        assertThat(run(settings, "explain", "i", "--ranking-version", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run(settings, "explain")).isEqualTo(ExitCode.USAGE);
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine line = FaultlineCommand.commandLine(environment);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
