package dev.faultline.api.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.faultline.api.ApiException;

/// The signature of what is sent: HMAC-SHA256 (RFC 2104) over time stamp, nonce and body, so that the receiver can refuse what is
/// forged, old or sent again.
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// `sha256=` and the digest in hexadecimal of `timestamp.nonce.body`.
    static String of(String secret, String timestamp, String nonce, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal((timestamp + "." + nonce + "." + body).getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new ApiException("what is sent to webhooks cannot be signed: " + e.getMessage(), e);
        }
    }
}
