package dev.faultline.collectors.otlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.collectors.otlp.IntakeFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class UndeletedSegmentsIT {
    private static final int CALLS = 12;

    private final IntakeFixture fixture;
    private final Path directory;

    UndeletedSegmentsIT(GraphConnection graph, @TempDir Path directory) {
        this.directory = directory;
        fixture = new IntakeFixture(graph, directory);
    }

    @Test
    void aSegmentThatCannotBeRemovedHoldsNothingUp() throws Exception {
        try (TraceIntake intake = fixture.open(LIMITS)) {
            accept(intake, SpanBodies.answered("first", fixture.nowMillis()));
            await("the first call", () -> fixture.calls().containsKey("GET /first"));
            makeUnremovable(directory.resolve("segment-000000000000.spans"));
            for (int i = 0; i < CALLS; i++) {
                String service = "s" + i;
                accept(intake, SpanBodies.answered(service, fixture.nowMillis()));
                await("the call of " + service, () -> fixture.calls().containsKey("GET /" + service));
            }
            assertThat(intake.problem()).isEmpty();
        }
        try (TraceIntake again = fixture.open(LIMITS)) {
            assertThat(again.problem()).isEmpty();
            assertThat(fixture.calls()).hasSize(CALLS + 1);
        }
    }

    /// A directory that holds a file is removed by none who wants to remove a file.
    private static void makeUnremovable(Path segment) throws IOException {
        Files.delete(segment);
        Files.createFile(Files.createDirectory(segment).resolve("file"));
    }
}
