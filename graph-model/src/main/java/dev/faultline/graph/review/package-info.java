/// What surrounds an incident: changes, acts of people, what the CIs belong to, and earlier incidents like it.
@NullMarked
package dev.faultline.graph.review;

import org.jspecify.annotations.NullMarked;
