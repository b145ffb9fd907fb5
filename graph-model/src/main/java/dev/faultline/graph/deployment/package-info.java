/// Deployments: what was changed, where, when and by whom.
@NullMarked
package dev.faultline.graph.deployment;

import org.jspecify.annotations.NullMarked;
