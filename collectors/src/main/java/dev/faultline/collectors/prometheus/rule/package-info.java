/// What a metric store is asked, and what the answers mean: rules that are data.
@NullMarked
package dev.faultline.collectors.prometheus.rule;

import org.jspecify.annotations.NullMarked;
