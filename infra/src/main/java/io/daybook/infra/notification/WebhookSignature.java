package io.daybook.infra.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is posted as the Standard Webhooks specification 1.0 says (standardwebhooks.com): HMAC-SHA256 over
 * {@code id.timestamp.body}, Base64, behind {@code v1,}; one signature per secret, separated by spaces.
 */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    /** @throws IllegalArgumentException unless there is a secret and each is as the specification says */
    WebhookSignature(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("daybook.notifications.webhook.secrets is not set");
        }
        keys = secrets.stream().map(WebhookSignature::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes;
        try {
            bytes = secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("daybook.notifications.webhook.secrets must each be " + PREFIX + " and "
                    + SHORTEST + " to " + LONGEST + " bytes in Base64");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * @param timestamp seconds since 1970
     * @param body the bytes that are sent
     */
    String of(String id, long timestamp, byte[] body) {
        return keys.stream().map(key -> "v1," + sign(key, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String sign(SecretKeySpec key, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
