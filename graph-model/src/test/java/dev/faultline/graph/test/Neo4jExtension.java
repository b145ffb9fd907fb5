package dev.faultline.graph.test;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;

/// What [Neo4jTest] does: hands out the shared server and empties it before each test.
final class Neo4jExtension implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Neo4jExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        shared(context).clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == GraphConnection.class || type == Neo4jEndpoint.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = shared(context);
        return parameter.getParameter().getType() == GraphConnection.class ? shared.connection() : shared.endpoint();
    }

    private static SharedNeo4j shared(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(SharedNeo4j.class, key -> SharedNeo4j.start(), SharedNeo4j.class);
    }
}
