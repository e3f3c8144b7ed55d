package io.daybook.infra.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.notifications.smtp}.
 *
 * @param host of the mail server
 * @param port 587 where mail is handed in by STARTTLS, 465 for TLS from the first byte
 * @param encryption how the way there is kept secret
 * @param username none where the server asks for none
 * @param from who writes, as in {@code Our shop <shop@example.org>}; its domain is that of the message ids
 * @param replyTo who is answered; whoever writes, if not set
 * @param warehouse who is told what to pick, at locations that have no address of their own; nobody if not set
 * @param warehouses addresses by location
 * @param timeout for the connection, and for each answer
 */
@ConfigurationProperties("daybook.notifications.smtp")
record SmtpProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Encryption encryption,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("") String from,
        @Nullable String replyTo,
        @Nullable String warehouse,
        @DefaultValue Map<String, String> warehouses,
        @DefaultValue("10s") Duration timeout) {

    /** How the way to the server is kept secret. */
    enum Encryption {
        /** It is not; for a server on this machine. */
        NONE,
        /** Asked for and insisted on before anything is said. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /** @throws IllegalArgumentException that names the property that is missing or no address */
    SmtpProperties required() {
        if (host.isBlank()) {
            throw new IllegalArgumentException("daybook.notifications.smtp.host is not set");
        }
        if (from.isBlank()) {
            throw new IllegalArgumentException("daybook.notifications.smtp.from is not set");
        }
        address("from", from);
        optional("reply-to", replyTo);
        optional("warehouse", warehouse);
        warehouses.forEach((location, address) -> address("warehouses." + location, address));
        return this;
    }

    private static void optional(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address(name, value);
        }
    }

    private static void address(String name, String value) {
        try {
            new InternetAddress(value, true).validate();
        } catch (AddressException e) {
            // without its cause: a start that fails tells the innermost, which does not know the property's name
            throw new IllegalArgumentException(
                    "daybook.notifications.smtp." + name + " is no mail address: " + e.getMessage());
        }
    }

    /** Where a location is told; null if it is not. */
    @Nullable
    String addressOf(String location) {
        String own = warehouses.getOrDefault(location, warehouse);
        return own == null || own.isBlank() ? null : own;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpProperties[host=" + host + ", port=" + port + ", encryption=" + encryption + ", from=" + from + "]";
    }
}
