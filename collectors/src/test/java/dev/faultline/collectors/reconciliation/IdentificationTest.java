package dev.faultline.collectors.reconciliation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.faultline.collectors.reconciliation.ReconciliationFixture.claim;
import static dev.faultline.collectors.reconciliation.ReconciliationFixture.host;
import static org.assertj.core.api.Assertions.assertThat;

class IdentificationTest {
    private final ReconciliationFixture fixture = new ReconciliationFixture();

    @Test
    void twoSourcesThatMeetByAWeakRuleClaimOneCi() {
        fixture.run("probe", host("a", Map.of("machineId", "0123abcd0123abcd", "hostName", "web-1")));
        fixture.run("spans", host("b", Map.of("hostName", "WEB-1", "kernelVersion", "6.1")));
        assertThat(fixture.only().attributes()).containsEntry("machineId", "0123abcd0123abcd").containsEntry("kernelVersion", "6.1");
    }

    @Test
    void whoComesFirstMakesNoDifference() {
        fixture.run("spans", host("b", Map.of("hostName", "web-1")));
        fixture.run("probe", host("a", Map.of("machineId", "0123abcd0123abcd", "hostName", "web-1")));
        assertThat(fixture.only().attributes()).containsEntry("machineId", "0123abcd0123abcd");
    }

    @Test
    void twoMachinesThatShareANameStayTwo() {
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111", "hostName", "web")),
                host("b", Map.of("machineId", "bbbbbbbb22222222", "hostName", "web")));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default string", "To be filled by O.E.M.", "0000000", "N/A", "None", "System Serial Number", "XXXXXXX",
            "123456789", "Not Specified"})
    void aJunkSerialNumberIdentifiesNothing(String serialNumber) {
        fixture.run("redfish",
                claim("PhysicalServer", "s1", Map.of("serialNumber", serialNumber, "hardwareId", "11111111-0000-4000-8000-000000000001")),
                claim("PhysicalServer", "s2", Map.of("serialNumber", serialNumber, "hardwareId", "11111111-0000-4000-8000-000000000002")));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void aClaimWithoutAnyTellingValueIsRefusedWithASentence() {
        var report = fixture.run("probe", host("a", Map.of("hostName", "localhost")), host("b", Map.of("kernelVersion", "6.1")));
        assertThat(fixture.estate.live).isEmpty();
        assertThat(report.problems()).hasSize(2).first().asString().contains("claim a of the CI type Host has no values that identify it");
    }

    @Test
    void addressesThatAreSpelledDifferentlyAreOne() {
        fixture.run("a", claim("IpAddress", "k1", Map.of("networkScope", "lan", "address", "2001:DB8:0:0:0:0:0:1")));
        fixture.run("b", claim("IpAddress", "k2", Map.of("networkScope", "lan", "address", "2001:db8::1")));
        fixture.run("c", claim("IpAddress", "k3", Map.of("networkScope", "dmz", "address", "2001:db8::1")));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void aRenamedHostIsTheSameAndItsOldNameIsFree() {
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111", "hostName", "web-1")));
        var id = fixture.only().id();
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111", "hostName", "db-1")));
        assertThat(fixture.only().id()).isEqualTo(id);
        fixture.run("spans", host("s", Map.of("hostName", "web-1")));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void aReimagedHostUnderTheSameKeyIsAnotherCi() {
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111", "hostName", "web-1")));
        var before = fixture.only().id();
        fixture.run("probe", host("a", Map.of("machineId", "bbbbbbbb22222222", "hostName", "web-1")));
        assertThat(fixture.only().id()).isNotEqualTo(before);
        assertThat(fixture.estate.retired).containsOnlyKeys(before);
    }

    @Test
    void aRetiredCiThatReturnsContinuesUnderItsId() {
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111")), host("b", Map.of("machineId", "bbbbbbbb22222222")));
        var id = fixture.named("b").id();
        fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111")));
        assertThat(fixture.estate.retired).containsOnlyKeys(id);
        var report = fixture.run("probe", host("a", Map.of("machineId", "aaaaaaaa11111111")),
                host("b", Map.of("machineId", "bbbbbbbb22222222")));
        assertThat(fixture.named("b").id()).isEqualTo(id);
        assertThat(report.counts().returned()).isEqualTo(1);
        assertThat(report.counts().created()).isZero();
    }

    @Test
    void theOrderOfClaimsInARunMakesNoDifference() {
        var strong = host("x", Map.of("machineId", "aaaaaaaa11111111", "hostName", "web-1"));
        var other = host("y", Map.of("machineId", "bbbbbbbb22222222", "hostName", "web-1"));
        var weak = host("z", Map.of("hostName", "web-1", "kernelVersion", "6.1"));
        for (var order : List.of(List.of(strong, other, weak), List.of(weak, other, strong), List.of(other, weak, strong))) {
            var fresh = new ReconciliationFixture();
            fresh.run("probe", order.toArray(dev.faultline.graph.claim.Claim[]::new));
            assertThat(fresh.estate.live).hasSize(2);
            assertThat(fresh.named("x").attributes()).containsEntry("kernelVersion", "6.1");
        }
    }

    @Test
    void aMoreSpecificTypeOfTheSameThingWins() {
        var address = Map.<String, Object>of("networkScope", "lan", "address", "10.0.0.5", "port", 3306);
        fixture.run("spans", claim("DatabaseInstance", "orders", address));
        fixture.run("inventory", claim("MysqlInstance", "orders", address));
        assertThat(fixture.only().type()).isEqualTo("MysqlInstance");
    }

    @Test
    void thingsOfTypesThatExcludeEachOtherStayApart() {
        var address = Map.<String, Object>of("networkScope", "lan", "address", "10.0.0.5", "port", 6379);
        fixture.run("a", claim("RedisInstance", "r", address));
        fixture.run("b", claim("MemcachedInstance", "m", address));
        assertThat(fixture.estate.live).hasSize(2);
    }
}
