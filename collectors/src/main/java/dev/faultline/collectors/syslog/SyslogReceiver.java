package dev.faultline.collectors.syslog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.mapping.MessageSink;

/// Listens for syslog on one port, over UDP and over TCP, and hands each message on as JSON.
public final class SyslogReceiver implements AutoCloseable {

    /// The input of mappings that read these messages.
    public static final String INPUT = "syslog";

    static final int CONNECTIONS_MAX = 256;
    private static final Duration SILENCE_MAX = Duration.ofHours(1);
    private static final int PORTS_TRIED_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(SyslogReceiver.class);

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final MessageSink sink;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);

    private SyslogReceiver(DatagramSocket datagrams, ServerSocket connections, MessageSink sink) {
        this.datagrams = datagrams;
        this.connections = connections;
        this.sink = sink;
    }

    /// Begins to listen.
    ///
    /// @param port 0 for any that is free both ways
    /// @throws IllegalArgumentException where the address is taken or not this machine's
    public static SyslogReceiver open(String host, int port, MessageSink sink) {
        for (int attempt = 1;; attempt++) {
            try {
                return listen(host, port, sink);
            } catch (IOException e) {
                if (port != 0 || attempt == PORTS_TRIED_MAX) {
                    throw new IllegalArgumentException("syslog cannot be listened for on " + host + ":" + port
                            + ", expected an address of this machine whose port is free (syslog.host, syslog.port): " + e.getMessage(), e);
                }
            }
        }
    }

    private static SyslogReceiver listen(String host, int port, MessageSink sink) throws IOException {
        ServerSocket connections = new ServerSocket();
        try {
            connections.bind(new InetSocketAddress(host, port));
            DatagramSocket datagrams = new DatagramSocket(new InetSocketAddress(host, connections.getLocalPort()));
            SyslogReceiver receiver = new SyslogReceiver(datagrams, connections, sink);
            Thread.ofPlatform().name("syslog-udp").daemon().start(receiver::receive);
            Thread.ofPlatform().name("syslog-tcp").daemon().start(receiver::accept);
            return receiver;
        } catch (IOException e) {
            connections.close();
            throw e;
        }
    }

    /// The port that it listens on.
    public int port() {
        return connections.getLocalPort();
    }

    private void receive() {
        byte[] buffer = new byte[SyslogFrames.MESSAGE_BYTES_MAX];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                take(text, packet.getAddress().getHostAddress());
            } catch (IOException e) {
                LOG.debug("a datagram was not received: {}", e.getMessage());
            }
        }
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                Socket connection = connections.accept();
                if (free.tryAcquire()) {
                    open.add(connection);
                    Thread.ofVirtual().name("syslog-connection").start(() -> read(connection));
                } else {
                    connection.close();
                    sink.refuse("more than " + CONNECTIONS_MAX + " connections for syslog are open, expected fewer");
                }
            } catch (IOException e) {
                LOG.debug("a connection was not accepted: {}", e.getMessage());
            }
        }
    }

    private void read(Socket connection) {
        String sender = connection.getInetAddress().getHostAddress();
        try (connection) {
            connection.setSoTimeout((int) SILENCE_MAX.toMillis());
            SyslogFrames frames = new SyslogFrames(new BufferedInputStream(connection.getInputStream()));
            for (String text = frames.next(); text != null; text = frames.next()) {
                take(text, sender);
            }
        } catch (InvalidInputException e) {
            sink.refuse(sender + ": " + e.getMessage());
        } catch (IOException e) {
            LOG.debug("a connection of {} ended: {}", sender, e.getMessage());
        } finally {
            open.remove(connection);
            free.release();
        }
    }

    private void take(String text, String sender) {
        try {
            sink.take(SyslogMessage.read(text, sender));
        } catch (InvalidInputException e) {
            sink.refuse(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        datagrams.close();
        try {
            connections.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
