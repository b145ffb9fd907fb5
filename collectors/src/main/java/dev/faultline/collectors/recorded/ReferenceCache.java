package dev.faultline.collectors.recorded;

import java.nio.file.Path;
import java.util.Map;

import dev.faultline.graph.evidence.Evidence.Observations;

/// Keeps the normal observations that were read last, as the cases of a set share them.
final class ReferenceCache {
    private Path cached = Path.of("");
    private Observations observations = Observations.NONE;

    Observations get(Path folder, int stepSeconds, Map<String, String> serviceOf) {
        if (!folder.equals(cached)) {
            observations = CaseFolder.observations(folder, stepSeconds, serviceOf);
            cached = folder;
        }
        return observations;
    }
}
