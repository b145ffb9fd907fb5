package dev.faultline.api.command;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows why an incident was ranked as it was, and computes the ranking again to prove it.
@Command(name = "explain", description = "Compute a stored ranking again from what was stored with it, say whether it is the same, and show "
        + "causes, terms, paths and evidence. Asks the Faultline that runs with the same settings.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:the ranking was computed again and is the same",
                "1:it is not the same, or what it was computed from is kept no longer, or no Faultline answers",
                "2:the arguments or settings are wrong"})
final class ExplainCommand extends Subcommand {
    @Parameters(paramLabel = "INCIDENT", description = "Id of the incident.")
    private String incident = "";

    @Option(names = {"-r",
            "--ranking-version"}, paramLabel = "N", description = "Version of its ranking; by default the latest.")
    private @Nullable Integer version;

    @Option(names = "--url", paramLabel = "URL", description = "The Faultline to ask; by default the one of http.host and http.port.")
    private @Nullable URI url;

    @Option(names = "--json", description = "Print the answer as it comes.")
    private boolean json;

    @Override
    public Integer call() {
        if (version != null && version < 1) {
            throw usage("--ranking-version is " + version + ", expected 1 or more");
        }
        FaultlineCaller faultline = FaultlineCaller.of(settings(), url);
        JsonNode explanation = faultline.get("/api/v1/incidents/" + encoded(incident) + "/explanation"
                + (version == null ? "" : "?version=" + version));
        out().print(json ? explanation.toPrettyString() + System.lineSeparator() : new ExplanationText(explanation).text());
        out().flush();
        return explanation.path("outcome").asString("").equals("SAME") ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
