/// CI types as data: attributes with rules, identification rules and allowed relations, inherited from parent to child.
@NullMarked
package dev.faultline.graph.type;

import org.jspecify.annotations.NullMarked;
