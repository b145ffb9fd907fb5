/// Robust statistics that judge how far an observation is from normal.
@NullMarked
package dev.faultline.rca.statistics;

import org.jspecify.annotations.NullMarked;
