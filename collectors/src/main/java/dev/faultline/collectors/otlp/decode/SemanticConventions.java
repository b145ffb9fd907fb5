package dev.faultline.collectors.otlp.decode;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.SpanKind;

import static dev.faultline.collectors.otlp.decode.Attribute.*;

/// What the attributes mean, by OpenTelemetry's semantic conventions, the present ones before the older ones.
final class SemanticConventions {
    private static final String UNKNOWN_SERVICE = "unknown_service";
    private static final int PORT_MAX = 65_535;
    private static final int STATUS_BAD_REQUEST = 400;
    private static final int STATUS_SERVER_ERROR = 500;

    private SemanticConventions() {}

    static Origin origin(AttributeValues resource) {
        String service = resource.text(SERVICE_NAME);
        return new Origin(orNothing(resource.text(DEPLOYMENT_ENVIRONMENT_NAME, DEPLOYMENT_ENVIRONMENT)),
                orNothing(resource.text(SERVICE_NAMESPACE)), service == null ? UNKNOWN_SERVICE : service, instance(resource));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Instance instance(AttributeValues resource) {
        String id = resource.text(SERVICE_INSTANCE_ID, POD_NAME, CONTAINER_ID);
        String hostName = resource.text(HOST_NAME);
        long processId = resource.number(PROCESS_ID);
        if (id == null) {
            id = hostName == null || processId == 0 ? hostName : hostName + ":" + processId;
        }
        return id == null
                ? null
                : new Instance(id, resource.text(SERVICE_VERSION), hostName, resource.text(HOST_ID), processId,
                        resource.text(CONTAINER_ID), resource.text(POD_UID));
    }

    /// Whether the call failed, where the span's status leaves that open.
    static boolean failed(SpanKind kind, AttributeValues span) {
        long status = span.number(HTTP_RESPONSE_STATUS_CODE, HTTP_STATUS_CODE);
        return status >= (kind == SpanKind.CLIENT ? STATUS_BAD_REQUEST : STATUS_SERVER_ERROR);
    }

    static @Nullable Peer peer(AttributeValues span) {
        if (span.isEmpty()) {
            return null;
        }
        String database = span.text(DB_SYSTEM_NAME, DB_SYSTEM);
        if (database != null) {
            return peer(span, Peer.Role.DATABASE, database, span.text(DB_NAMESPACE, DB_NAME));
        }
        String broker = span.text(MESSAGING_SYSTEM);
        if (broker != null) {
            return peer(span, Peer.Role.BROKER, broker,
                    span.text(MESSAGING_DESTINATION_TEMPLATE, MESSAGING_DESTINATION_NAME, MESSAGING_DESTINATION));
        }
        boolean rpc = span.text(RPC_SYSTEM_NAME, RPC_SYSTEM) != null;
        boolean http = span.text(HTTP_REQUEST_METHOD, HTTP_METHOD) != null;
        return peer(span, rpc ? Peer.Role.RPC : http ? Peer.Role.HTTP : Peer.Role.OTHER, null, null);
    }

    private static Peer peer(AttributeValues span, Peer.Role role, @Nullable String system, @Nullable String scope) {
        String address = span.text(SERVER_ADDRESS, NET_PEER_NAME, NETWORK_PEER_ADDRESS, NET_SOCK_PEER_ADDR, NET_PEER_IP);
        long port = span.number(SERVER_PORT, NET_PEER_PORT, NETWORK_PEER_PORT);
        if (address == null) {
            URI url = url(span.text(URL_FULL, HTTP_URL));
            address = url == null ? null : url.getHost();
            port = url == null || address == null ? port : Math.max(0, url.getPort());
        }
        return new Peer(role, system, span.text(SERVICE_PEER_NAME, PEER_SERVICE), address, port < 0 || port > PORT_MAX ? 0 : (int) port,
                scope,
                receives(span));
    }

    private static boolean receives(AttributeValues span) {
        return "receive".equals(span.text(MESSAGING_OPERATION_TYPE, MESSAGING_OPERATION));
    }

    private static @Nullable URI url(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
