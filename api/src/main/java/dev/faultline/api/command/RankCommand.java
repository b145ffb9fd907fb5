package dev.faultline.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.faultline.api.rank.RecordedRanking;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;

/// Ranks recorded incidents.
@Command(name = "rank", description = "Rank the root causes of recorded incidents; labels beside them are never read.")
final class RankCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "SET_FOLDER", description = "Folders of recorded incidents, one folder a case or a cases.jsonl.gz.")
    private List<Path> folders = List.of();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "Where the rankings go, a JSON line a case.")
    private @Nullable Path output;

    @Option(names = "--level", paramLabel = "LEVEL", description = "What is ranked: any, service, instance or release; by default what each case asks for.")
    private @Nullable String level;

    @Option(names = "--rules", paramLabel = "FILE", description = "Ranking rules to use instead of the shipped ones.")
    private @Nullable Path rules;

    @Override
    public Integer call() throws IOException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw usage("SET_FOLDER is '" + folder + "', expected a folder");
            }
        }
        RankingEngine engine = rules == null ? RankingEngine.withDefaults() : new RankingEngine(RulesReader.read(rules));
        Path file = output == null ? Path.of("rankings.jsonl") : output;
        int ranked = new RecordedRanking(engine).rank(folders, file, level(level));
        println("ranked " + ranked + " incidents into " + file);
        return ExitCode.OK;
    }

    private @Nullable CandidateLevel level(@Nullable String name) {
        return name == null ? null : switch (name.toLowerCase(Locale.ROOT)) {
            case "any" -> CandidateLevel.ANY;
            case "service" -> CandidateLevel.SERVICE;
            case "instance" -> CandidateLevel.INSTANCE;
            case "release" -> CandidateLevel.RELEASE;
            default -> throw usage("--level is '" + name + "', expected any, service, instance or release");
        };
    }
}
