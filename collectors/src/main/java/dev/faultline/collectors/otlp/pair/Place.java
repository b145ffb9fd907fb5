package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Peer;

/// Where something is that makes no spans itself, as those say who call it.
///
/// @param title what people call it: host and port, else a name
/// @param host name or IP address, null where only a name is known
/// @param port 0 where not known
public record Place(String title, @Nullable String host, int port) {

    /// A place that has a name and no address.
    static Place named(String name) {
        return new Place(name, null, 0);
    }

    /// Returns where the peer is, or null where the span says nothing of that.
    static @Nullable Place of(Peer peer) {
        String address = peer.address();
        if (address == null) {
            return peer.service() == null ? null : named(peer.service());
        }
        boolean colons = peer.port() != 0 && address.indexOf(':') >= 0 && !address.startsWith("[");
        String shown = colons ? "[" + address + "]" : address;
        return new Place(peer.port() == 0 ? shown : shown + ":" + peer.port(), address, peer.port());
    }
}
