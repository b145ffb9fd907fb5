/// What people do to incidents: they resolve, merge and split them.
@NullMarked
package dev.faultline.api.handling;

import org.jspecify.annotations.NullMarked;
