/// The demo: a small broker that runs for real, faults to inject into it, and the truth beside what Faultline ranks.
@NullMarked
package dev.faultline.api.demo;

import org.jspecify.annotations.NullMarked;
