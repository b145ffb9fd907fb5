/// What spans and log lines tell when they are compared with normal ones.
@NullMarked
package dev.faultline.rca.trace;

import org.jspecify.annotations.NullMarked;
