package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;

/// One end of a call, as far as spans can tell.
public sealed interface Party {

    /// A service that makes spans of its own, or is known by its name.
    record OfService(String namespace, String name) implements Party {}

    /// A database that is seen by its clients.
    ///
    /// @param place address and port; else the database's name, or the service that uses it
    record OfDatabase(String system, String place) implements Party {}

    /// A message broker that is seen by those who send and receive.
    ///
    /// @param place address and port, empty where no span names them
    record OfBroker(String system, String place) implements Party {}

    /// Something outside that is called and makes no spans that reach us.
    record OfExternal(String place) implements Party {}

    /// Whoever calls a service from where no spans come: its users, or callers without tracing.
    record OfClients(String namespace, String service) implements Party {}

    static Party service(Origin origin) {
        return new OfService(origin.namespace(), origin.service());
    }

    static Party clients(Origin origin) {
        return new OfClients(origin.namespace(), origin.service());
    }

    /// Returns the other side of a call that the caller alone tells of, or null where it names nothing.
    static @Nullable Party peer(Origin caller, Peer peer) {
        String place = place(peer);
        return switch (peer.role()) {
            case DATABASE -> new OfDatabase(String.valueOf(peer.system()), place != null ? place : databasePlace(caller, peer));
            case BROKER -> new OfBroker(String.valueOf(peer.system()), place != null ? place : "");
            case RPC, HTTP, OTHER -> place == null ? null : new OfExternal(place);
        };
    }

    private static String databasePlace(Origin caller, Peer peer) {
        return peer.scope() != null ? peer.scope() : "of " + caller.service();
    }

    private static @Nullable String place(Peer peer) {
        if (peer.address() == null) {
            return peer.service();
        }
        return peer.port() == 0 ? peer.address() : peer.address() + ":" + peer.port();
    }
}
