/// Messages of syslog, RFC 5424 and RFC 3164, over UDP and TCP.
@NullMarked
package dev.faultline.collectors.syslog;

import org.jspecify.annotations.NullMarked;
