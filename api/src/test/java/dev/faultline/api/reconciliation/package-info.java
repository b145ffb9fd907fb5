@NullMarked
package dev.faultline.api.reconciliation;

import org.jspecify.annotations.NullMarked;
