/// The review of an incident: its time line, its impact, who answers for the suspects, and earlier incidents like it.
@NullMarked
package dev.faultline.api.review;

import org.jspecify.annotations.NullMarked;
