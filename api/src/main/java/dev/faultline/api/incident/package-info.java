/// From alerts to ranked causes: the loop that keeps incidents and their rankings up to date, and the routes that show them.
@NullMarked
package dev.faultline.api.incident;

import org.jspecify.annotations.NullMarked;
