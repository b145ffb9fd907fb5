package dev.faultline.graph.neo4j;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.faultline.graph.GraphException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({"5.26.0, true", "5.27.1-aura, true", "2025.01.0, true", "2026.08.1, true", "5.25.9, false", "4.4.40, false"})
    void acceptsVersionsFromTheOldestThatHasWhatTheQueriesUse(String text, boolean supported) {
        assertThat(ServerVersion.parse(text).isSupported()).isEqualTo(supported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev", "5"})
    void saysWhichVersionItCannotRead(String text) {
        assertThatThrownBy(() -> ServerVersion.parse(text)).isInstanceOf(GraphException.class).hasMessageContaining("version " + text);
    }
}
