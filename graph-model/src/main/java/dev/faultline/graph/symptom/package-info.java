/// What somebody suffers from, and where.
@NullMarked
package dev.faultline.graph.symptom;

import org.jspecify.annotations.NullMarked;
