package dev.faultline.collectors.otlp.pair;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;

/// Which service answers at an address, learnt from calls that both sides told of.
///
/// It gives calls that were never answered, as those to a frozen process, to the service that they were meant for.
/// An address at which several services answer belongs to none of them, and one with several instances to no instance.
final class KnownPeers {
    private static final Origin NOBODY = new Origin("\0", "\0", "several services", null);

    private final Map<String, Origin> byAddress;
    private final Map<String, Origin> byName;

    KnownPeers(int max) {
        byAddress = bounded(max);
        byName = bounded(max);
    }

    void learn(Peer peer, Origin callee) {
        if (peer.address() != null && peer.port() != 0) {
            byAddress.merge(peer.address() + ":" + peer.port(), callee, KnownPeers::common);
        }
        if (peer.service() != null) {
            byName.merge(peer.service(), callee, KnownPeers::common);
        }
    }

    /// Returns who answers there, without an instance where that is open, or null where nobody is known.
    @Nullable
    Origin find(Peer peer) {
        Origin origin = peer.address() == null ? null : byAddress.get(peer.address() + ":" + peer.port());
        if (origin == null && peer.service() != null) {
            origin = byName.get(peer.service());
        }
        return NOBODY.equals(origin) ? null : origin;
    }

    private static Origin common(Origin known, Origin seen) {
        if (known.equals(seen)) {
            return known;
        }
        return known.sameService(seen) ? new Origin(seen.environment(), seen.namespace(), seen.service(), null) : NOBODY;
    }

    private static Map<String, Origin> bounded(int max) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
                return size() > max;
            }
        };
    }
}
