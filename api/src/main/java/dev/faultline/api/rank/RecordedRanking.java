package dev.faultline.api.rank;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.faultline.collectors.recorded.RecordedIncident;
import dev.faultline.collectors.recorded.RecordedSet;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.topology.TopologySnapshot;

/// Ranks the recorded incidents of folders with the engine and writes a JSON line for each; labels are never read.
public final class RecordedRanking {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RankingEngine engine;

    public RecordedRanking(RankingEngine engine) {
        this.engine = engine;
    }

    /// Ranks all incidents of the folders into the file; the file appears whole or not at all.
    ///
    /// @param level what is ranked; null to take what each incident asks for
    /// @return how many incidents were ranked
    public int rank(List<Path> folders, Path output, @org.jspecify.annotations.Nullable CandidateLevel level) throws IOException {
        Path directory = output.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(directory == null ? Path.of(".") : directory, ".rankings", ".jsonl");
        try {
            int ranked = 0;
            try (BufferedWriter writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                for (Path folder : folders) {
                    ranked += rank(folder, writer, level);
                }
            }
            Files.move(partial, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return ranked;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private int rank(Path folder, Writer writer, @org.jspecify.annotations.Nullable CandidateLevel level) {
        int[] ranked = {0};
        new RecordedSet(folder).forEach(incident -> {
            try {
                writer.write(JSON.writeValueAsString(line(incident, rank(incident, level))) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the ranking of " + incident.name(), e);
            }
            ranked[0]++;
        });
        return ranked[0];
    }

    /// Ranks one incident.
    Ranking rank(RecordedIncident incident, @org.jspecify.annotations.Nullable CandidateLevel level) {
        return engine.rank(TopologySnapshot.of(incident.topology()), incident.evidence(),
                level == null ? CandidateLevel.ofWords(incident.level()) : level, incident.evidence().detectedAt());
    }

    private static Map<String, Object> line(RecordedIncident incident, Ranking ranking) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("case", incident.name());
        line.put("unknown", ranking.unknown());
        line.put("rules", ranking.rulesVersion());
        line.put("ranking", ranking.causes().stream().map(cause -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("ci", cause.ciId());
            one.put("score", cause.score());
            one.put("confidence", cause.confidence());
            one.put("terms", cause.terms());
            return one;
        }).toList());
        return line;
    }
}
