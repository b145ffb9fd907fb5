package dev.faultline.graph.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/// Gives the tests of a class a real Neo4j with the migrated schema, empty before each test.
///
/// Name the class `...IT` and ask for what you need as a parameter of a test, of a `@BeforeEach` method or of the constructor:
///
/// ```java
/// @Neo4jTest
/// class CiStoreIT {
///     private final CiStore store;
///
///     CiStoreIT(GraphConnection graph) {
///         store = new CiStore(graph);
///     }
///
///     @Test
///     void findsWhatWasMerged() { ... }
/// }
/// ```
///
/// [dev.faultline.graph.neo4j.GraphConnection] and [dev.faultline.graph.neo4j.Neo4jEndpoint] can be asked for. The server is
/// started once a test run of a module and shared by all classes of it, so such classes do not run side by side. It is a
/// container where a container engine answers, and else the process that Faultline itself starts; system property
/// `faultline.test.container=false` always takes the process. Never stop the shared server: start an
/// [dev.faultline.graph.neo4j.EmbeddedNeo4j] of your own for that.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Neo4jExtension.class)
public @interface Neo4jTest {}
