/// A topology held in memory as compact arrays, for walking.
@NullMarked
package dev.faultline.rca.topology;

import org.jspecify.annotations.NullMarked;
