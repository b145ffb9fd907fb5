package dev.faultline.collectors.host;

/// A TCP socket of the host.
///
/// @param localAddress `any` where it is bound to all addresses
/// @param inode what a process's file descriptors name it by; 0 where no process has it any more
record Socket(String localAddress, int localPort, String remoteAddress, int remotePort, State state, long inode) {
    /// The wildcard address, in both protocol versions.
    static final String ANY = "any";

    /// As much of a socket's state as matters.
    enum State {
        LISTENING, CONNECTED, OTHER
    }

    /// The two ends, from this side.
    Ends ends() {
        return new Ends(localAddress, localPort, remoteAddress, remotePort);
    }

    /// The two ends of a connection, from one side.
    record Ends(String localAddress, int localPort, String remoteAddress, int remotePort) {
        Ends fromOtherSide() {
            return new Ends(/* localAddress= */ remoteAddress, /* localPort= */ remotePort, /* remoteAddress= */ localAddress,
                    /* remotePort= */ localPort);
        }
    }
}
