/// Cypher for analysts over HTTP: their own queries, and the library of named ones.
@NullMarked
package dev.faultline.api.analyst;

import org.jspecify.annotations.NullMarked;
