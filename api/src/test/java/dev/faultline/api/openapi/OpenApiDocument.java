package dev.faultline.api.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.Page;

/// The document as a reader takes it: what may be called, and whether a request and its answer are as it says.
final class OpenApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode root;
    private final ObjectNode strictComponents;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        this.strictComponents = (ObjectNode) root.get("components").deepCopy();
        strictComponents.get("schemas").forEach(schema -> everyObject(schema, OpenApiDocument::close));
    }

    /// One method of one path.
    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static OpenApiDocument read() {
        return new OpenApiDocument(YAMLMapper.builder().build().readTree(Page.resource(OpenApiRoutes.RESOURCE)));
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return root.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())))
                .toList();
    }

    Operation operation(String method, String path) {
        return operations().stream().filter(each -> each.method().equals(method) && each.path().equals(path)).findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not documented"));
    }

    /// The schemes of which one opens an operation; none where anybody may call it.
    Set<String> schemes(Operation operation) {
        JsonNode security = operation.node().has("security") ? operation.node().get("security") : root.get("security");
        return security.valueStream().flatMap(each -> each.propertyNames().stream()).collect(Collectors.toSet());
    }

    /// What a reference stands for, or the node itself.
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /// What of a request's body is not as the document says.
    List<String> requestFaults(Operation operation, String body) {
        return faults(operation.node().at("/requestBody/content").path("application/json").path("schema"), root.get("components"), body);
    }

    /// What of an answer is not as the document says; fields that it does not name are faults too.
    List<String> answerFaults(Operation operation, int status, String contentType, String body) {
        JsonNode responses = operation.node().get("responses");
        JsonNode response = resolved(responses.path(responses.has("" + status) ? "" + status : "default"));
        String media = contentType.split(";", 2)[0].strip();
        JsonNode content = response.path("content").path(media);
        if (content.isMissingNode()) {
            return List.of("status " + status + " has the type '" + contentType + "', documented are "
                    + response.path("content").propertyNames());
        }
        return media.endsWith("json") ? faults(content.get("schema"), strictComponents, body) : List.of();
    }

    private static List<String> faults(JsonNode schema, JsonNode components, String body) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", components);
        try {
            return SCHEMAS.getSchema(whole).validate(Json.MAPPER.readTree(body)).stream().map(Object::toString).toList();
        } catch (JacksonException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
    }

    /// Shows an action every object of a tree, outermost first.
    static void everyObject(JsonNode tree, Consumer<ObjectNode> action) {
        if (tree instanceof ObjectNode object) {
            action.accept(object);
        }
        tree.forEach(child -> everyObject(child, action));
    }

    private static void close(ObjectNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
    }
}
