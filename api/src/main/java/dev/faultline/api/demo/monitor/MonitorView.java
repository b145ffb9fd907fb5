package dev.faultline.api.demo.monitor;

import java.util.List;
import java.util.Map;

/// What the monitor saw last.
///
/// @param quiet whether no rule holds
/// @param knowsNormal whether it has seen enough quiet time to judge
public record MonitorView(Map<FlowKey, Measure> flows, List<Condition> firing, boolean quiet, boolean knowsNormal) {
    static final MonitorView NONE = new MonitorView(Map.of(), List.of(), true, false);

    public MonitorView {
        flows = Map.copyOf(flows);
        firing = List.copyOf(firing);
    }
}
