package dev.faultline.collectors.otlp.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The attributes of spans and resources that are read, in new and old semantic conventions; all others are passed over.
@SuppressWarnings("EnumOrdinal") // index of a table made of values() itself
enum Attribute {
    DEPLOYMENT_ENVIRONMENT_NAME("deployment.environment.name"), DEPLOYMENT_ENVIRONMENT("deployment.environment"), SERVICE_NAME(
            "service.name"), SERVICE_NAMESPACE("service.namespace"), SERVICE_INSTANCE_ID("service.instance.id"), POD_NAME(
                    "k8s.pod.name"), CONTAINER_ID("container.id"), HOST_NAME(
                            "host.name"), HOST_ID(
                                    "host.id"), POD_UID("k8s.pod.uid"), SERVICE_VERSION("service.version"), PROCESS_ID("process.pid"),

    DB_SYSTEM_NAME("db.system.name"), DB_SYSTEM("db.system"), DB_NAMESPACE("db.namespace"), DB_NAME("db.name"), MESSAGING_SYSTEM(
            "messaging.system"), MESSAGING_DESTINATION_TEMPLATE("messaging.destination.template"), MESSAGING_DESTINATION_NAME(
                    "messaging.destination.name"), MESSAGING_DESTINATION("messaging.destination"), MESSAGING_OPERATION_TYPE(
                            "messaging.operation.type"), MESSAGING_OPERATION("messaging.operation"), RPC_SYSTEM_NAME(
                                    "rpc.system.name"), RPC_SYSTEM("rpc.system"), HTTP_REQUEST_METHOD("http.request.method"), HTTP_METHOD(
                                            "http.method"), HTTP_RESPONSE_STATUS_CODE("http.response.status_code"), HTTP_STATUS_CODE(
                                                    "http.status_code"), PEER_SERVICE("peer.service"), SERVICE_PEER_NAME(
                                                            "service.peer.name"), SERVER_ADDRESS("server.address"), SERVER_PORT(
                                                                    "server.port"), NET_PEER_NAME("net.peer.name"), NET_PEER_PORT(
                                                                            "net.peer.port"), NETWORK_PEER_ADDRESS(
                                                                                    "network.peer.address"), NETWORK_PEER_PORT(
                                                                                            "network.peer.port"), NET_PEER_IP(
                                                                                                    "net.peer.ip"), NET_SOCK_PEER_ADDR(
                                                                                                            "net.sock.peer.addr"), URL_FULL(
                                                                                                                    "url.full"), HTTP_URL(
                                                                                                                            "http.url"),

    EXCEPTION_TYPE("exception.type"), EXCEPTION_MESSAGE("exception.message");

    static final int COUNT = values().length;

    private static final int SLOTS = 256;
    private static final byte[][] KEYS = Arrays.stream(values()).map(attribute -> attribute.key.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private static final @Nullable Attribute[] TABLE = table();

    private final String key;

    Attribute(String key) {
        this.key = key;
    }

    /// Returns the attribute whose key these bytes are, or null.
    static @Nullable Attribute of(byte[] bytes, int from, int to) {
        if (to <= from) {
            return null;
        }
        for (int slot = slot(bytes, from, to);; slot = (slot + 1) % SLOTS) {
            Attribute candidate = TABLE[slot];
            if (candidate == null || candidate.hasKey(bytes, from, to)) {
                return candidate;
            }
        }
    }

    static @Nullable Attribute of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    private boolean hasKey(byte[] bytes, int from, int to) {
        byte[] own = KEYS[ordinal()];
        return Arrays.equals(own, 0, own.length, bytes, from, to);
    }

    private static int slot(byte[] bytes, int from, int to) {
        return (((to - from) * 37 + bytes[from] * 5 + bytes[to - 1] * 11 + bytes[from + (to - from) / 2] * 3) & 0x7fffffff) % SLOTS;
    }

    private static @Nullable Attribute[] table() {
        @Nullable
        Attribute[] table = new Attribute[SLOTS];
        for (Attribute attribute : values()) {
            byte[] key = KEYS[attribute.ordinal()];
            int slot = slot(key, 0, key.length);
            while (table[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] = attribute;
        }
        return table;
    }
}
