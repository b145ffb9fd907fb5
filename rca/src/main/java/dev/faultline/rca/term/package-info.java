/// The terms of a score: each looks at one kind of evidence and rates the candidates by it.
@NullMarked
package dev.faultline.rca.term;

import org.jspecify.annotations.NullMarked;
