package dev.faultline.collectors.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

import dev.faultline.collectors.mapping.MessageSink;

/// Listens for SNMP traps over UDP, and hands those of known senders on as JSON: of version 2c by their community, of version 3 by their
/// user, whose traps are authenticated at least.
public final class TrapReceiver implements AutoCloseable {

    /// The input of mappings that read these messages.
    public static final String INPUT = "snmp";

    private static final Map<String, OID> AUTHENTICATIONS = Map.of("SHA-1", AuthSHA.ID, "SHA-256", AuthHMAC192SHA256.ID, "SHA-512",
            AuthHMAC384SHA512.ID);
    private static final Map<String, OID> PRIVACIES = Map.of("AES-128", PrivAES128.ID, "AES-256", PrivAES256.ID);
    private static final Logger LOG = LoggerFactory.getLogger(TrapReceiver.class);

    private final Snmp snmp;
    private final DefaultUdpTransportMapping transport;
    private final Senders senders;
    private final MessageSink sink;

    /// Whose traps are taken.
    ///
    /// @param community of version 2c; null to take none
    /// @param user of version 3; null to take none
    public record Senders(@Nullable String community, @Nullable SnmpUser user) {
        @Override
        public String toString() {
            return "Senders[masked]";
        }
    }

    private TrapReceiver(DefaultUdpTransportMapping transport, USM usm, Senders senders, MessageSink sink) {
        this.transport = transport;
        this.senders = senders;
        this.sink = sink;
        var dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(new MPv3(usm));
        snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(this::receive);
    }

    /// Begins to listen.
    ///
    /// @param port 0 for any that is free
    /// @throws IllegalArgumentException where the address is taken or not this machine's, or the user is not as expected
    public static TrapReceiver open(String host, int port, Senders senders, MessageSink sink) {
        try {
            USM usm = usm(senders);
            var transport = new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getByName(host), port));
            TrapReceiver receiver = new TrapReceiver(transport, usm, senders, sink);
            receiver.snmp.listen();
            return receiver;
        } catch (IOException e) {
            throw new IllegalArgumentException("SNMP traps cannot be listened for on " + host + ":" + port
                    + ", expected an address of this machine whose port is free (snmp.host, snmp.port): " + e.getMessage(), e);
        }
    }

    private static USM usm(Senders senders) {
        SecurityProtocols protocols = SecurityProtocols.getInstance();
        protocols.addAuthenticationProtocol(new AuthSHA());
        protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
        protocols.addAuthenticationProtocol(new AuthHMAC384SHA512());
        protocols.addPrivacyProtocol(new PrivAES128());
        protocols.addPrivacyProtocol(new PrivAES256());
        USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
        SnmpUser user = senders.user();
        if (user != null) {
            OctetString privacyPassphrase = user.privacyPassphrase() == null ? null : new OctetString(user.privacyPassphrase());
            OID privacy = privacyPassphrase == null ? null : protocol("snmp.privacy", PRIVACIES, String.valueOf(user.privacy()));
            usm.addUser(new UsmUser(new OctetString(user.name()),
                    protocol("snmp.authentication", AUTHENTICATIONS, user.authentication()),
                    new OctetString(user.authenticationPassphrase()), privacy, privacyPassphrase));
        }
        return usm;
    }

    private static OID protocol(String key, Map<String, OID> known, String name) {
        return Optional.ofNullable(known.get(name)).orElseThrow(() -> new IllegalArgumentException(
                key + " is '" + name + "', expected one of " + known.keySet().stream().sorted().toList()));
    }

    /// The port that it listens on.
    public int port() {
        return transport.getListenAddress().getPort();
    }

    private <A extends Address> void receive(CommandResponderEvent<A> event) {
        String sender = event.getPeerAddress() instanceof UdpAddress peer ? peer.getInetAddress().getHostAddress() : "nowhere";
        try {
            PDU pdu = event.getPDU();
            if (pdu == null || pdu.getType() != PDU.TRAP) {
                sink.refuse("a message of " + sender + " is no trap, expected one of SNMP version 2c or 3");
            } else if (!isKnown(event)) {
                sink.refuse("a trap of " + sender + " has another community or user than snmp.community and snmp.user say");
            } else {
                sink.take(TrapMessage.of(pdu, sender));
            }
            event.setProcessed(true);
        } catch (RuntimeException e) {
            LOG.warn("a trap of {} could not be read", sender, e);
            sink.refuse("a trap of " + sender + " could not be read: " + e);
        }
    }

    private boolean isKnown(CommandResponderEvent<?> event) {
        SnmpUser user = senders.user();
        if (event.getMessageProcessingModel() == SnmpConstants.version3) {
            int level = user == null || user.privacyPassphrase() == null ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.AUTH_PRIV;
            return user != null && event.getSecurityLevel() >= level;
        }
        return senders.community() != null
                && MessageDigest.isEqual(event.getSecurityName(), senders.community().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
