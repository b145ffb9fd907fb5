package dev.faultline.api.demo.broker;

import org.junit.jupiter.api.Test;

import dev.faultline.api.demo.broker.BrokerPlan.CallPlan;
import dev.faultline.api.demo.broker.BrokerPlan.EndpointPlan;
import dev.faultline.api.demo.broker.BrokerPlan.PeerPlan;
import dev.faultline.api.demo.broker.BrokerPlan.ServicePlan;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerPlanTest {
    private final BrokerPlan plan = BrokerPlan.load();

    @Test
    void everyCallGoesToAnEndpointThatThePeerServes() {
        for (ServicePlan service : plan.services()) {
            for (EndpointPlan endpoint : service.endpoints()) {
                for (CallPlan call : endpoint.calls()) {
                    assertThat(service.calls()).extracting(PeerPlan::service).contains(call.service());
                    assertThat(plan.service(call.service()).endpoints()).extracting(EndpointPlan::route).contains(call.route());
                }
            }
        }
    }

    @Test
    void atLeastEightServicesServeAndSomeHaveSeveralInstances() {
        assertThat(plan.services().stream().filter(service -> service.workers() > 0)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(plan.service("trading").instances()).isEqualTo(3);
    }
}
