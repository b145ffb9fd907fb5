/// The broker's processes on this host: started, announced to each other, restarted, stopped, frozen and killed.
@NullMarked
package dev.faultline.api.demo.fleet;

import org.jspecify.annotations.NullMarked;
