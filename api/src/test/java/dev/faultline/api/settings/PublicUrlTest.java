package dev.faultline.api.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicUrlTest {

    @Test
    void anAddressIsReadAsBrowsersTellTheirOrigin() {
        assertThat(PublicUrl.parse("https://Faultline.example.com/")).isEqualTo(
                new PublicUrl("https://faultline.example.com", "faultline.example.com"));
        assertThat(PublicUrl.parse("https://faultline:443").origin()).isEqualTo("https://faultline");
        assertThat(PublicUrl.parse("http://faultline:8080").origin()).isEqualTo("http://faultline:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faultline.example", "ftp://faultline", "https://", "https://a/path", "https://user@a", "no address"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> PublicUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
