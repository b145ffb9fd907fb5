package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;

/// One end of a call, as far as spans can tell.
public sealed interface Party {

    /// A service that makes spans of its own, or is known by its name.
    record OfService(String environment, String namespace, String name) implements Party {}

    /// A database that is seen by its clients.
    ///
    /// @param place where it is; else the database's name, or the service that uses it
    record OfDatabase(String system, Place place) implements Party {}

    /// A message broker that is seen by those who send and receive.
    ///
    /// @param place where it is, with an empty title where no span says so
    record OfBroker(String system, Place place) implements Party {}

    /// Something outside that is called and makes no spans that reach us.
    record OfExternal(String place) implements Party {}

    /// Whoever calls a service from where no spans come: its users, or callers without tracing.
    record OfClients(String environment, String namespace, String service) implements Party {}

    static Party service(Origin origin) {
        return new OfService(origin.environment(), origin.namespace(), origin.service());
    }

    static Party clients(Origin origin) {
        return new OfClients(origin.environment(), origin.namespace(), origin.service());
    }

    /// Returns the other side of a call that the caller alone tells of, or null where it names nothing.
    static @Nullable Party peer(Origin caller, Peer peer) {
        Place place = Place.of(peer);
        return switch (peer.role()) {
            case DATABASE -> new OfDatabase(String.valueOf(peer.system()), place != null ? place : databasePlace(caller, peer));
            case BROKER -> new OfBroker(String.valueOf(peer.system()), place != null ? place : Place.named(""));
            case RPC, HTTP, OTHER -> place == null ? null : new OfExternal(place.title());
        };
    }

    private static Place databasePlace(Origin caller, Peer peer) {
        return Place.named(peer.scope() != null ? peer.scope() : "of " + caller.service());
    }
}
