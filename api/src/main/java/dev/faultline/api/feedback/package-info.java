/// What people say of rankings, over HTTP.
@NullMarked
package dev.faultline.api.feedback;

import org.jspecify.annotations.NullMarked;
