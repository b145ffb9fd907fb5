/// Access logs to test model to replay to results to capacity models.
@NullMarked
package dev.faultline.loadtest;

import org.jspecify.annotations.NullMarked;
