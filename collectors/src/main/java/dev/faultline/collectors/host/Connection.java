package dev.faultline.collectors.host;

/// That a process of the host has an open connection which it opened itself.
sealed interface Connection {
    /// Key of the process that opened it.
    String fromKey();

    /// To another process of this host.
    record ToProcess(String fromKey, String toKey) implements Connection {}

    /// To another host.
    record ToAddress(String fromKey, String address) implements Connection {}
}
