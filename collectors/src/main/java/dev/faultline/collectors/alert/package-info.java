/// What the labels of alerts mean, by rules that are data.
@NullMarked
package dev.faultline.collectors.alert;

import org.jspecify.annotations.NullMarked;
