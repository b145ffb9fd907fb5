/// The ranking of root causes: snapshot and evidence in, ranked causes out.
@NullMarked
package dev.faultline.rca.engine;

import org.jspecify.annotations.NullMarked;
