@NullMarked
package dev.faultline.api.settings;

import org.jspecify.annotations.NullMarked;
