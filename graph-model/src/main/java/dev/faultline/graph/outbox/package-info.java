/// What is to be told to others, kept until it is: whatever is stored with an incident outlives a crash.
@NullMarked
package dev.faultline.graph.outbox;

import org.jspecify.annotations.NullMarked;
