package dev.faultline.collectors.snmp;

import org.jspecify.annotations.Nullable;

/// A user of SNMP version 3 whose traps are taken.
///
/// @param authentication such as SHA-256; every user has one
/// @param privacy such as AES-128; null where traps are not encrypted
public record SnmpUser(String name, String authentication, String authenticationPassphrase, @Nullable String privacy,
        @Nullable String privacyPassphrase) {

    @Override
    public String toString() {
        return "SnmpUser[" + name + ", passphrases masked]";
    }
}
