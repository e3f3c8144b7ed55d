package io.daybook.infra.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.command.notification.NotDelivered;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationChannel;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Recipient;
import io.daybook.domain.kernel.LocationId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail to customers and warehouses. A message's id is its {@code Message-ID} (RFC 5322, 3.6.4), so that a mail that is sent twice can be
 * known for one. A server's "no" for good (5xx, RFC 5321, 4.2.1) to an address or a text is told apart from "not now".
 */
final class SmtpChannel implements NotificationChannel {
    static final String NAME = "smtp";

    /** From here on the server will say the same again. */
    private static final int FOR_GOOD = 500;

    private final SmtpProperties properties;
    private final Templates templates;
    private final CircuitBreaker circuit;
    private final JavaMailSenderImpl server;
    private final String domain;

    SmtpChannel(SmtpProperties properties, Templates templates, CircuitBreaker circuit) {
        this.properties = properties.required();
        this.templates = templates;
        this.circuit = circuit;
        server = server(properties);
        String from = strict(properties.from()).getAddress();
        domain = from.substring(from.indexOf('@') + 1);
    }

    private static JavaMailSenderImpl server(SmtpProperties wanted) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(wanted.host());
        server.setPort(wanted.port());
        server.setDefaultEncoding(UTF_8.name());
        Properties session = server.getJavaMailProperties();
        String millis = Long.toString(wanted.timeout().toMillis());
        session.setProperty("mail.smtp.connectiontimeout", millis);
        session.setProperty("mail.smtp.timeout", millis);
        session.setProperty("mail.smtp.writetimeout", millis);
        switch (wanted.encryption()) {
            case NONE -> {}
            case STARTTLS -> {
                session.setProperty("mail.smtp.starttls.enable", "true");
                session.setProperty("mail.smtp.starttls.required", "true");
                session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                session.setProperty("mail.smtp.ssl.enable", "true");
                session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        if (wanted.username() != null && !wanted.username().isBlank()) {
            server.setUsername(wanted.username());
            server.setPassword(wanted.password());
            session.setProperty("mail.smtp.auth", "true");
        }
        return server;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A warehouse is told by mail only if it has an address. */
    @Override
    public boolean carries(NotificationKind kind, @Nullable LocationId location) {
        return location == null || properties.addressOf(location.value()) != null;
    }

    @Override
    public void deliver(Notification message) {
        MimeMessage mail = mail(message);
        Circuits.through(circuit, () -> send(mail));
    }

    private void send(MimeMessage mail) {
        try {
            server.send(mail);
        } catch (MailException failed) {
            throw notDelivered(failed);
        }
    }

    private MimeMessage mail(Notification message) {
        Letter letter = templates.write(message);
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, letter.html() != null, UTF_8.name());
            helper.setFrom(strict(properties.from()));
            if (properties.replyTo() != null && !properties.replyTo().isBlank()) {
                helper.setReplyTo(strict(properties.replyTo()));
            }
            helper.setTo(addressOf(message.to()));
            helper.setSubject(letter.subject());
            if (letter.html() == null) {
                helper.setText(letter.text());
            } else {
                helper.setText(letter.text(), letter.html());
            }
            mail.setHeader("Message-ID", "<" + message.id() + "@" + domain + ">");
            // RFC 3834: nobody's holiday notice is wanted
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Daybook-Kind", message.kind().code());
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("the mail cannot be made", e);
        }
    }

    private InternetAddress addressOf(Recipient to) throws UnsupportedEncodingException {
        return switch (to) {
            case Recipient.Customer customer -> {
                InternetAddress address = strict(customer.email().value());
                address.setPersonal(customer.name().value(), UTF_8.name());
                yield address;
            }
            case Recipient.Warehouse warehouse -> {
                String address = properties.addressOf(warehouse.location().value());
                if (address == null) {
                    throw NotDelivered.yet(
                            "no address is set for location " + warehouse.location()
                                    + " (daybook.notifications.smtp.warehouse)",
                            null);
                }
                yield strict(address);
            }
        };
    }

    /** One address and nothing else: what a customer typed may not bring recipients or headers of its own. */
    private static InternetAddress strict(String address) {
        try {
            InternetAddress one = new InternetAddress(address, true);
            one.validate();
            return one;
        } catch (AddressException e) {
            throw NotDelivered.ever("it goes to something that is no mail address", null);
        }
    }

    private static NotDelivered notDelivered(MailException failed) {
        Throwable cause = failed instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failed;
        int code = codeOf(cause);
        if (code >= FOR_GOOD) {
            return NotDelivered.ever("the mail server refused it for good, with " + code, failed);
        }
        return NotDelivered.yet(
                code > 0
                        ? "the mail server did not take it, with " + code
                        : "the mail server was not reached: " + named(cause),
                failed);
    }

    /** The server's, from wherever it is hidden; 0 if it gave none. Its words may name the address, so they are left out. */
    private static int codeOf(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            if (at instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (at instanceof SMTPSendFailedException sending && sending.getNextException() == null) {
                return sending.getReturnCode();
            }
        }
        return 0;
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof SendFailedException sending && sending.getNextException() != null) {
            return sending.getNextException();
        }
        return failure.getCause();
    }

    private static String named(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
