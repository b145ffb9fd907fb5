package dev.faultline.api.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.openapi.OpenApiDocument.Operation;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiDocumentTest {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final OpenApiDocument document = OpenApiDocument.read();

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> lost = new ArrayList<>();
        OpenApiDocument.everyObject(document.root(), node -> {
            if (document.resolved(node).isMissingNode()) {
                lost.add(node.get("$ref").asString());
            }
        });

        assertThat(lost).isEmpty();
    }

    @Test
    void everyComponentIsUsed() {
        String text = document.root().toString();

        assertThat(List.of("schemas", "responses", "parameters")).allSatisfy(kind -> assertThat(
                document.root().get("components").get(kind).propertyNames()).allSatisfy(
                        name -> assertThat(text)
                                .contains("\"#/components/" + kind + "/" + name + "\"")));
    }

    @Test
    void everyFieldIsDescribedByASentence() {
        List<JsonNode> described = new ArrayList<>(document.root().at("/components/schemas").valueStream().toList());
        OpenApiDocument.everyObject(document.root(), node -> {
            if (node.path("properties").isObject()) {
                node.get("properties").forEach(described::add);
            }
            node.path("parameters").valueStream().filter(JsonNode::isObject).map(document::resolved)
                    .filter(parameter -> parameter.has("in")).forEach(described::add);
        });

        assertThat(described).hasSizeGreaterThan(100).allSatisfy(
                node -> assertThat(node.path("description").asString("")).as(node.toString()).matches("[A-Z0-9`].*[.]"));
    }

    @Test
    void everyOperationSaysWhatItTakesAndAnswers() {
        assertThat(document.operations()).extracting(operation -> operation.node().get("operationId").asString()).doesNotHaveDuplicates();
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.node().get("summary").asString()).endsWith(".");
            assertThat(operation.node().get("responses").propertyNames()).contains(operation.path().equals("/v2/enqueue") ? "202" : "200",
                    "default");
            assertThat(operation.node().has("requestBody")).as("whether %s takes a body", operation)
                    .isEqualTo(operation.method().equals("POST") && !operation.path().endsWith("/approval"));
            assertThat(pathParameters(operation)).containsExactlyElementsOf(
                    PATH_PARAMETER.matcher(operation.path()).results().map(match -> match.group(1)).toList());
        });
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsFound() {
        Operation health = document.operation("GET", "/health");
        Operation deployments = document.operation("GET", "/api/v1/deployments");
        String change = "{\"changes\": [], \"deployment\": {\"startedAt\": \"yesterday\"}}";

        assertThat(faults(health, "{\"status\": \"up\"}")).isEmpty();
        assertThat(faults(health, "{\"status\": \"down\"}")).isNotEmpty();
        assertThat(faults(health, "{\"status\": \"up\", \"since\": 1}")).singleElement().asString().contains("since");
        assertThat(faults(deployments, "{\"deployments\": [], \"next\": null}")).isEmpty();
        assertThat(faults(deployments, "{\"deployments\": []}")).singleElement().asString().contains("next");
        assertThat(faults(deployments, "{\"deployments\": [" + change + "], \"next\": null}"))
                .anyMatch(fault -> fault.contains("toVersion"))
                .anyMatch(fault -> fault.contains("date-time"));
        assertThat(document.answerFaults(health, 200, "text/html", "")).isNotEmpty();
    }

    private List<String> faults(Operation operation, String body) {
        return document.answerFaults(operation, 200, "application/json", body);
    }

    private List<String> pathParameters(Operation operation) {
        return operation.node().path("parameters").valueStream().map(document::resolved)
                .filter(parameter -> parameter.get("in").asString().equals("path")).map(parameter -> parameter.get("name").asString())
                .toList();
    }
}
