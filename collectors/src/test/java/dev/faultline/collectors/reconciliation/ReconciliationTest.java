package dev.faultline.collectors.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.ClaimedValue;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.Verdict;
import dev.faultline.graph.type.CiTypeText;

import static dev.faultline.collectors.reconciliation.ReconciliationFixture.claim;
import static dev.faultline.collectors.reconciliation.ReconciliationFixture.host;
import static dev.faultline.collectors.reconciliation.ReconciliationFixture.to;
import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTest {
    private final ReconciliationFixture fixture = new ReconciliationFixture();

    private static Claim[] hosts(int count) {
        return IntStream.range(0, count).mapToObj(i -> host("h" + i, Map.of("machineId", "machine-" + (1000 + i)))).toArray(Claim[]::new);
    }

    @Test
    void anUnchangedRunWritesNothing() {
        fixture.run("probe", hosts(10));
        int writes = fixture.estate.writes;
        var report = fixture.run("probe", hosts(10));
        assertThat(fixture.estate.writes).isEqualTo(writes);
        assertThat(report.counts().unchanged()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(value = RunOutcome.class, names = {"PARTIAL", "FAILED"})
    void aRunThatIsNotCompleteRemovesNothing(RunOutcome outcome) {
        fixture.run("probe", claim("Host", "h", Map.of("machineId", "machine-1", "kernelVersion", "6.1"), to("HAS_INTERFACE", "i")),
                claim("NetworkInterface", "i", Map.of("ownerId", "machine-1", "interfaceName", "eth0")));
        var report = fixture.run("probe", outcome, RemovalGate.DEFAULT, List.of(claim("Host", "h", Map.of("machineId", "machine-1"))));
        assertThat(fixture.estate.live).hasSize(2);
        assertThat(fixture.estate.claimedLinks).hasSize(1);
        assertThat(fixture.named("h").attributes()).containsEntry("kernelVersion", "6.1");
        assertThat(report.verdict()).isEqualTo(Verdict.REMOVES_NOTHING);
    }

    @Test
    void aCompleteRunRetiresWhatItDoesNotSee() {
        fixture.run("probe", hosts(10));
        var report = fixture.run("probe", hosts(9));
        assertThat(fixture.estate.live).hasSize(9);
        assertThat(report.counts().retired()).isEqualTo(1);
    }

    @Test
    void tooManyRemovalsAreHeldAndJudgedAgain() {
        fixture.run("probe", hosts(10));
        var held = fixture.run("probe", hosts(5));
        assertThat(held.verdict()).isEqualTo(Verdict.HELD);
        assertThat(held.counts().held()).isEqualTo(5);
        assertThat(fixture.estate.live).hasSize(10);
        var recovered = fixture.run("probe", hosts(9));
        assertThat(recovered.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(fixture.estate.live).hasSize(9);
    }

    @Test
    void anApprovedRunRemovesWhatWasHeld() {
        fixture.run("probe", hosts(10));
        fixture.run("probe", hosts(2));
        fixture.run("probe", RunOutcome.COMPLETE, RemovalGate.OPEN, List.of(hosts(2)));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void anEmptyAnswerIsHeldEvenForFewCis() {
        fixture.run("probe", hosts(2));
        assertThat(fixture.run("probe").verdict()).isEqualTo(Verdict.HELD);
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void whatAnotherSourceStillClaimsStays() {
        fixture.run("probe", host("a", Map.of("machineId", "machine-1", "kernelVersion", "6.1")),
                host("b", Map.of("machineId", "m-000002")));
        fixture.run("spans", host("x", Map.of("machineId", "machine-1", "hostName", "web-1")));
        fixture.run("probe", host("b", Map.of("machineId", "m-000002")));
        assertThat(fixture.estate.live).hasSize(2);
        assertThat(fixture.named("x").attributes()).containsEntry("hostName", "web-1").doesNotContainKey("kernelVersion");
    }

    @Test
    void anInvalidValueIsReportedAndTheRestIsUsed() {
        var given = claim("ListeningSocket", "s",
                Map.of("hostId", "machine-1", "protocol", "tcp", "bindAddress", "any", "port", 80, "colour", 3));
        var report = fixture.run("probe", given, host("h", Map.of("machineId", "machine-1", "cpuCount", "four")));
        assertThat(report.problems()).containsExactlyInAnyOrder("cpuCount of claim h is \"four\", expected a number from 1 to 65536",
                "colour of claim s is \"3\", expected an attribute of ListeningSocket");
        assertThat(fixture.named("h").attributes()).containsOnlyKeys("machineId");
        var again = fixture.run("probe", given, host("h", Map.of("machineId", "machine-1", "cpuCount", "four")));
        assertThat(again.problems()).hasSize(2);
        assertThat(again.counts().unchanged()).isEqualTo(2);
    }

    @Test
    void aClaimThatTurnsInvalidKeepsItsCi() {
        fixture.run("probe", hosts(2));
        fixture.run("probe", host("h0", Map.of("machineId", "machine-1000")), host("h1", Map.of("machineId", "N/A")));
        assertThat(fixture.estate.live).hasSize(2);
    }

    @Test
    void aRelationThatTheTypeDoesNotAllowIsReportedAndLeftOut() {
        var report = fixture.run("probe",
                claim("Host", "h", Map.of("machineId", "machine-1"), to("EATS", "i"), to("HAS_INTERFACE", "gone")),
                claim("NetworkInterface", "i", Map.of("ownerId", "machine-1", "interfaceName", "eth0")));
        assertThat(report.problems()).containsExactlyInAnyOrder(
                "relation EATS of claim h leads to i, a NetworkInterface, expected a relation that the CI type Host allows",
                "relation HAS_INTERFACE of claim h leads to gone, expected a key that the run claims");
        assertThat(fixture.estate.claimedLinks).isEmpty();
    }

    @Test
    void aRelationFollowsItsTargetWhenThatBecomesAnotherCi() {
        var socket = claim("ListeningSocket", "s", Map.of("hostId", "any", "protocol", "tcp", "bindAddress", "any", "port", 80),
                to("PART_OF", "h"));
        fixture.run("probe", host("h", Map.of("machineId", "machine-1")), socket);
        fixture.run("probe", host("h", Map.of("machineId", "machine-2")), socket);
        assertThat(fixture.estate.claimedLinks)
                .containsExactly(new RelationKey("PART_OF", fixture.named("s").id(), fixture.named("h").id()));
    }

    @Test
    void sourcesArePreferredAsTheTypeSays() {
        fixture.types = fixture.types.with(CiTypeText.fromJson("test", """
                {"name": "Room", "attributes": [{"name": "floor", "sources": ["survey"]}], "identification": [["name"]]}""").getFirst());
        fixture.run("survey", claim("Room", "r1", Map.of("floor", "3")));
        fixture.run("drawing", claim("Room", "r1", Map.of("floor", "4")));
        assertThat(fixture.only().attributes()).containsEntry("floor", "3");
    }

    @Test
    void aValueKnowsSinceWhenItsSourceHasSaidIt() {
        fixture.run("probe", host("a", Map.of("machineId", "machine-1", "kernelVersion", "6.1")));
        fixture.run("probe", host("a", Map.of("machineId", "machine-1", "kernelVersion", "6.2")));
        var start = ReconciliationFixture.START;
        assertThat(fixture.estate.claims.getFirst().values()).isEqualTo(Map.of("machineId",
                new ClaimedValue("machine-1", start.plusSeconds(60)), "kernelVersion", new ClaimedValue("6.2", start.plusSeconds(120))));
    }

    @Test
    void aServiceInstanceRunsOnTheHostThatItNamesWhicheverIsKnownFirst() {
        fixture.run("spans", claim("ServiceInstance", "i", Map.of("serviceName", "orders", "instanceId", "o-1", "hostName", "web-1",
                "processId", 4711)));
        assertThat(fixture.estate.matchedLinks).isEmpty();
        fixture.run("probe", host("h", Map.of("machineId", "machine-1", "hostName", "web-1")), claim("Process", "p",
                Map.of("hostId", "machine-1", "hostName", "web-1", "processId", 4711, "startKey", "boot:77"),
                to("RUNS_ON", "h")));
        var instance = fixture.named("i").id();
        assertThat(fixture.estate.matchedLinks).containsExactlyInAnyOrder(
                new RelationKey("RUNS_ON", instance, fixture.named("h").id()),
                new RelationKey("EXECUTED_BY", instance, fixture.named("p").id()));
        fixture.run("probe", host("h", Map.of("machineId", "machine-1", "hostName", "web-2")));
        assertThat(fixture.estate.matchedLinks).isEmpty();
    }
}
