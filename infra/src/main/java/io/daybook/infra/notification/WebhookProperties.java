package io.daybook.infra.notification;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.notifications.webhook}.
 *
 * @param url that is posted to; by https, since names and addresses go there, or to this machine
 * @param secrets {@code whsec_} and Base64 each. All sign, so that a receiver can change over from one to the next: add the new one
 *     here, then give it to the receiver, then take the old one away
 * @param timeout for the connection, and for the answer
 */
@ConfigurationProperties("daybook.notifications.webhook")
record WebhookProperties(
        @Nullable URI url,
        @DefaultValue List<String> secrets,
        @DefaultValue("10s") Duration timeout) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException that names the property that is missing or wrong */
    URI requiredUrl() {
        if (url == null || url.toString().isBlank()) {
            throw new IllegalArgumentException("daybook.notifications.webhook.url is not set");
        }
        boolean secret = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && url.getHost() != null && HERE.contains(url.getHost()));
        if (!secret) {
            throw new IllegalArgumentException(
                    "daybook.notifications.webhook.url must be https, since names and addresses go there");
        }
        return url;
    }

    /** Without the secrets: whoever has them can speak in our name. */
    @Override
    public String toString() {
        return "WebhookProperties[url=" + url + ", secrets=" + secrets.size() + ", timeout=" + timeout + "]";
    }
}
