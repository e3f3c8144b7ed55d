package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Stripe proves that a webhook is its own: HMAC-SHA256 with the endpoint's secret over the time, a dot and the body, both in the
 * header {@code Stripe-Signature}.
 */
public final class Signature {

    private Signature() {}

    /** @param at seconds since 1970 */
    public static String header(long at, String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((at + "." + body).getBytes(UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
