/// The words of Faultline as records, and the store: the only place that talks to Neo4j.
@NullMarked
package dev.faultline.graph;

import org.jspecify.annotations.NullMarked;
