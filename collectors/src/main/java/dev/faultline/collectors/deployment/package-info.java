/// Deployments as release tools report them.
@NullMarked
package dev.faultline.collectors.deployment;

import org.jspecify.annotations.NullMarked;
