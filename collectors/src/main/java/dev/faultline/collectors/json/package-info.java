/// Reading JSON of the outside world field by field, with a sentence for each field that is wrong.
@NullMarked
package dev.faultline.collectors.json;

import org.jspecify.annotations.NullMarked;
