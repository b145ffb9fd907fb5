/// The description of the REST interface.
@NullMarked
package dev.faultline.api.openapi;

import org.jspecify.annotations.NullMarked;
