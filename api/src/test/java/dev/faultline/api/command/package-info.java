@NullMarked
package dev.faultline.api.command;

import org.jspecify.annotations.NullMarked;
