package dev.faultline.collectors.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder of recorded incidents: one folder a case, or a `cases.jsonl.gz`. Labels that lie beside them are never opened.
public final class RecordedSet {
    private final Path folder;

    /// A set, or a single case, in this folder.
    public RecordedSet(Path folder) {
        this.folder = folder;
    }

    /// Hands the incidents over one at a time, in the order of their names, so that only one is in memory.
    public void forEach(Consumer<RecordedIncident> consumer) {
        if (Files.exists(folder.resolve(AlertCases.FILE))) {
            new AlertCases(folder).read().forEach(consumer);
            return;
        }
        ReferenceCache references = new ReferenceCache();
        List<Path> cases = cases();
        if (cases.isEmpty()) {
            throw new RecordedIncidentException(
                    "no recorded incident in " + folder + ", expected " + AlertCases.FILE + " or folders with a case.json");
        }
        cases.forEach(one -> consumer.accept(new CaseFolder(one).read(references)));
    }

    private List<Path> cases() {
        if (CaseFolder.isCase(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(CaseFolder::isCase).sorted().toList();
        } catch (IOException e) {
            throw new RecordedIncidentException("cannot list " + folder, e);
        }
    }
}
