/// SNMP traps, versions 2c and 3.
@NullMarked
package dev.faultline.collectors.snmp;

import org.jspecify.annotations.NullMarked;
