/// A real Neo4j for the tests of every module.
@NullMarked
package dev.faultline.graph.test;

import org.jspecify.annotations.NullMarked;
