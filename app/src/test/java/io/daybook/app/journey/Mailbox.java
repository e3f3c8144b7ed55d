package io.daybook.app.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that can be away for a while, and what it took, also before it was away. */
final class Mailbox implements AutoCloseable {
    /**
     * @param id its Message-ID, without brackets and domain
     */
    record Mail(String id, String to, String subject) {
        static Mail of(MimeMessage message) {
            try {
                String id = message.getMessageID();
                return new Mail(
                        id.substring(1, id.indexOf('@')),
                        message.getAllRecipients()[0].toString(),
                        message.getSubject());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final int port;
    private final List<Mail> before = new ArrayList<>();
    private GreenMail server;

    private Mailbox(int port) {
        this.port = port;
        server = started(port);
    }

    static Mailbox open() {
        return new Mailbox(freePort());
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** What a shop needs to send its mail here. Nobody has patience in tests. */
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("daybook.notifications.first-pause", "200ms"),
                Map.entry("daybook.notifications.longest-pause", "1s"),
                Map.entry("daybook.notifications.look-every", "1s"),
                Map.entry("daybook.notifications.circuit.open", "1s"),
                Map.entry("daybook.notifications.smtp.host", "127.0.0.1"),
                Map.entry("daybook.notifications.smtp.port", Integer.toString(port)),
                Map.entry("daybook.notifications.smtp.encryption", "none"),
                Map.entry("daybook.notifications.smtp.from", "Lamps <shop@lamps.example>"),
                Map.entry("daybook.notifications.smtp.warehouse", "stock@lamps.example"),
                Map.entry("daybook.notifications.templates.shop", "Lamps"));
    }

    /** Hangs up, and answers nobody any more. */
    void leave() {
        before.addAll(here());
        server.stop();
    }

    void comeBack() {
        server = started(port);
    }

    List<Mail> all() {
        List<Mail> all = new ArrayList<>(before);
        all.addAll(here());
        return all;
    }

    /** Mails about the order, in the order they came. */
    List<Mail> about(String order) {
        return all().stream()
                .filter(mail -> Arrays.asList(mail.subject().split("[ :]+")).contains(order))
                .toList();
    }

    private List<Mail> here() {
        return Arrays.stream(server.getReceivedMessages()).map(Mail::of).toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
