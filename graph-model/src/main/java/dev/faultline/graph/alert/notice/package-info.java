/// What monitors say about alerts, and what it amounts to, whatever its order and repetition.
@NullMarked
package dev.faultline.graph.alert.notice;

import org.jspecify.annotations.NullMarked;
