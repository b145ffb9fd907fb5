@NullMarked
package dev.faultline.api.alert;

import org.jspecify.annotations.NullMarked;
