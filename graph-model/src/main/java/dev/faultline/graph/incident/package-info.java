/// Incidents, their rankings and the causes that a ranking names.
@NullMarked
package dev.faultline.graph.incident;

import org.jspecify.annotations.NullMarked;
