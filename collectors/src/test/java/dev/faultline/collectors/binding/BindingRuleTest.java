package dev.faultline.collectors.binding;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.binding.BindingRule.CiRule;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BindingRuleTest {

    @Test
    void theGroupOfAPatternNamesTheCi() {
        BindingRule rule = new BindingRule(new CiRule("instance", "Host", null, Pattern.compile("^(.+?)(?::[0-9]+)?$"), null), null, null);

        assertThat(rule.apply(Map.of("instance", "db-7:9100"))).contains(new SubjectLookup.OfCi(CiLookup.byName("Host", "db-7")));
        assertThat(rule.apply(Map.of("job", "node"))).isEmpty();
    }

    @Test
    void aPatternWithoutAGroupIsRefusedBeforeAnyLabelMeetsIt() {
        assertThatThrownBy(() -> new CiRule("instance", "Host", null, Pattern.compile("^db-.*$"), null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("instance").hasMessageContaining("has no group");
    }

    @Test
    void anAttributeNeedsATypeThatHasIt() {
        assertThatThrownBy(() -> new CiRule("host", null, "hostName", null, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hostName");
        assertThat(new CiRule("ci_id", null, "id", null, null).apply(Map.of("ci_id", "7"))).contains(CiLookup.byId("7"));
    }
}
