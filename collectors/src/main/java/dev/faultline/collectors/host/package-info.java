/// The host that Faultline itself runs on: its interfaces, processes, listening sockets and the connections between processes.
@NullMarked
package dev.faultline.collectors.host;

import org.jspecify.annotations.NullMarked;
