/// Call edges: who calls whom, and what flows between them minute by minute.
@NullMarked
package dev.faultline.graph.call;

import org.jspecify.annotations.NullMarked;
