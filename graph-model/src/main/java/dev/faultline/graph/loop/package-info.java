/// The long-lived threads of Faultline: how they start, go on after failures, tell what holds them up, and stop.
@NullMarked
package dev.faultline.graph.loop;

import org.jspecify.annotations.NullMarked;
