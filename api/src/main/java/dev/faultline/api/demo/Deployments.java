package dev.faultline.api.demo;

import java.time.Instant;
import java.util.List;

import dev.faultline.api.demo.fault.FaultInjector.Rollout;
import dev.faultline.api.demo.fault.FaultInjector.Rollouts;
import dev.faultline.api.deployment.DeploymentRoutes;

/// Reports rollouts to Faultline as the broker's delivery pipeline.
record Deployments(FaultlineClient faultline) implements Rollouts {
    /// The body of the report.
    private record Report(String id, String service, String fromVersion, String toVersion, List<String> instances, List<String> hosts,
            Instant startedAt, Instant endedAt, String by) {}

    @Override
    public void report(Rollout rollout) {
        String id = rollout.instance() + "-" + rollout.toVersion() + "-" + rollout.startedAt().toEpochMilli();
        faultline.post(DeploymentRoutes.PATH,
                new Report(id, rollout.service(), rollout.fromVersion(), rollout.toVersion(), List.of(rollout.instance()),
                        List.of(rollout.host()), rollout.startedAt(), rollout.endedAt(), "delivery pipeline of the demo"));
    }
}
