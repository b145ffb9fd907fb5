/// How labels of the outside world say what they are about, by rules that are data.
@NullMarked
package dev.faultline.collectors.binding;

import org.jspecify.annotations.NullMarked;
