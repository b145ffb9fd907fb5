package dev.faultline.api.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void everyDefaultKeepsItsOwnRule() {
        assertThat(Settings.of(Map.of()).get(Keys.HTTP_PORT)).isEqualTo(8620);
        assertThat(Settings.of(Map.of()).get(Keys.ADMIN_TOKEN)).isEmpty();
    }

    @Test
    void keysAndTheirVariablesAreDistinct() {
        assertThat(Keys.ALL).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(Keys.ALL).extracting(Setting::environmentName).doesNotHaveDuplicates();
    }

    @Test
    void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("faultline.yaml"), "http:\n  port: 1\n  allowed-hosts: [a.example, b.example]\n");
        Settings settings = Settings.load(file, Map.of("FAULTLINE_HTTP_PORT", "2", "PATH", "/bin"));
        assertThat(settings.get(Keys.HTTP_PORT)).isEqualTo(2);
        assertThat(settings.get(Keys.HTTP_ALLOWED_HOSTS)).containsExactly("a.example", "b.example");
    }

    @Test
    void everyWrongKeyAndValueHasItsSentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("faultline.yaml"), "http:\n  prot: 1\n  idle-max: soon\nlog.level: loud\n");
        assertThatThrownBy(() -> Settings.load(file, Map.of("FAULTLINE_HTTP_PORT", "70000", "FAULTLINE_NONSENSE", "x")))
                .isInstanceOf(SettingsException.class).satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(5))
                .hasMessageContaining("http.prot is not a setting, did you mean http.port?")
                .hasMessageContaining("FAULTLINE_NONSENSE is not a setting")
                .hasMessageContaining("environment: FAULTLINE_HTTP_PORT is '70000', expected a whole number from 0 to 65535")
                .hasMessageContaining("http.idle-max is 'soon', expected a time")
                .hasMessageContaining("log.level is 'loud', expected one of error");
    }

    @Test
    void aFileThatIsNoYamlIsOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("faultline.yaml"), "http: [1\n");
        assertThatThrownBy(() -> Settings.load(file, Map.of())).hasMessageContaining("not valid YAML").hasMessageContaining("line");
        assertThatThrownBy(() -> Settings.load(folder.resolve("none.yaml"), Map.of())).hasMessageContaining("does not exist");
    }

    @Test
    void secretsAreMaskedWhereTheyAreShownAndWhereTheyAreWrong() {
        Settings settings = Settings.of(Map.of("security.admin-token", "hunter2"));
        assertThat(settings.show()).contains("security.admin-token: \"********\"").doesNotContain("hunter2");
        assertThat(settings.get(Keys.ADMIN_TOKEN)).contains("hunter2");
    }

    @Test
    void whatIsShownIsASettingsFile(@TempDir Path folder) throws IOException {
        String shown = Settings.of(Map.of("http.port", "1234")).show();
        Path file = Files.writeString(folder.resolve("faultline.yaml"), shown);
        assertThat(Settings.load(file, Map.of()).show()).isEqualTo(shown);
    }
}
