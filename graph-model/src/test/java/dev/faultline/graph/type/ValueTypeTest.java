package dev.faultline.graph.type;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTypeTest {
    @ParameterizedTest
    @CsvSource({"2001:DB8:0:0:0:0:0:1, 2001:db8::1", "2001:db8::0001, 2001:db8::1", "::, ::", "::1, ::1", "fe80::1:0:0:1, fe80::1:0:0:1",
            "::ffff:10.0.0.1, 10.0.0.1", "10.0.0.1, 10.0.0.1", "1:0:0:2:0:0:0:3, 1:0:0:2::3"})
    void anAddressHasOneSpelling(String given, String stored) {
        assertThat(ValueType.IP_ADDRESS.canonical(given)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0", "10.0.0.256", "", "example.org", "1:2:3", "10.0.0.1/8"})
    void whatIsNoAddressIsRefusedWithoutLookingUpAName(String given) {
        assertThat(ValueType.IP_ADDRESS.canonical(given)).isEmpty();
    }

    @Test
    void macsAndPrefixesHaveOneSpelling() {
        assertThat(ValueType.MAC_ADDRESS.canonical("00-1B-44-11-3A-B7")).contains("00:1b:44:11:3a:b7");
        assertThat(ValueType.MAC_ADDRESS.canonical("001b.4411.3ab7")).contains("00:1b:44:11:3a:b7");
        assertThat(ValueType.MAC_ADDRESS.canonical("00:1b")).isEmpty();
        assertThat(ValueType.IP_PREFIX.canonical("2001:DB8::/32")).contains("2001:db8::/32");
        assertThat(ValueType.IP_PREFIX.canonical("10.0.0.0/33")).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThat(ValueType.INTEGER.canonical(3)).contains(3L);
        assertThat(ValueType.INTEGER.canonical("3")).isEmpty();
        assertThat(ValueType.DECIMAL.canonical(Double.NaN)).isEmpty();
        assertThat(ValueType.TEXT_LIST.canonical(List.of("a", 1))).isEmpty();
    }

    @Test
    void aRuleRefusesWhatItsTypeWouldTake() {
        var port = new AttributeType("port", ValueType.INTEGER, null, false, false, List.of(new ValueRule.Between(1, 65535)), List.of());
        assertThat(port.accept(443)).contains(443L);
        assertThat(port.accept(0)).isEmpty();
        assertThat(port.expectation()).isEqualTo("a number from 1 to 65535");
        var power = new AttributeType("powerState", ValueType.TEXT, null, false, false, List.of(new ValueRule.OneOf(List.of("on", "off"))),
                List.of());
        assertThat(power.accept("On")).isEmpty();
        assertThat(power.expectation()).isEqualTo("one of on, off");
    }
}
