package dev.faultline.api.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.faultline.api.Hmac;

/// The signature of what is sent: HMAC-SHA256 (RFC 2104) over time stamp, nonce and body, so that the receiver can refuse what is
/// forged, old or sent again.
final class Signature {
    private Signature() {}

    /// `sha256=` and the digest in hexadecimal of `timestamp.nonce.body`.
    static String of(String secret, String timestamp, String nonce, String body) {
        byte[] digest = Hmac.of(secret.getBytes(StandardCharsets.UTF_8),
                (timestamp + "." + nonce + "." + body).getBytes(StandardCharsets.UTF_8));
        return "sha256=" + HexFormat.of().formatHex(digest);
    }
}
