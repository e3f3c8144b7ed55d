package io.daybook.infra.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.daybook.command.notification.NotDelivered;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Recipient;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmtpChannelTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static SmtpProperties at(int port, SmtpProperties.Encryption encryption, @Nullable String user) {
        return new SmtpProperties(
                "127.0.0.1",
                port,
                encryption,
                user,
                user == null ? null : "secret",
                "Lamps & Co <shop@lamps.example>",
                "help@lamps.example",
                "stock@lamps.example",
                Map.of("south", "south@lamps.example"),
                TIMEOUT);
    }

    private static SmtpChannel channel(int port) {
        return channel(at(port, SmtpProperties.Encryption.NONE, null));
    }

    private static SmtpChannel channel(SmtpProperties properties) {
        return new SmtpChannel(properties, new Templates(Messages.TEMPLATES), Messages.circuit());
    }

    private static NotDelivered notDelivered(SmtpChannel channel, Notification message) {
        return catchThrowableOfType(NotDelivered.class, () -> channel.deliver(message));
    }

    private static Notification to(String email) {
        return Messages.confirmed(new Recipient.Customer(new CustomerName("Eve"), new Email(email)));
    }

    @Test
    void a_customer_gets_text_and_html_under_the_messages_own_id() throws Exception {
        channel(server.getSmtp().getPort()).deliver(Messages.confirmed(Messages.ADA));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + Messages.ID + "@lamps.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("Lamps & Co <shop@lamps.example>"));
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("help@lamps.example"));
        InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("ada@example.org");
        assertThat(to.getPersonal()).isEqualTo("Ada & Söhne <x>");
        assertThat(mail.getSubject()).isEqualTo("Lamps & Co: your order o-1 is confirmed");
        MimeMultipart alternatives = alternatives((MimeMultipart) mail.getContent());
        assertThat(alternatives.getBodyPart(0).getContent().toString()).contains("Total: €52.89");
        assertThat(alternatives.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(alternatives.getBodyPart(1).getContent().toString()).contains("Your order is confirmed</h1>");
    }

    private static MimeMultipart alternatives(MimeMultipart parts) throws Exception {
        Object inner = parts.getBodyPart(0).getContent();
        return inner instanceof MimeMultipart deeper ? alternatives(deeper) : parts;
    }

    @Test
    void a_message_that_is_sent_twice_has_one_id() throws Exception {
        SmtpChannel channel = channel(server.getSmtp().getPort());
        channel.deliver(Messages.confirmed(Messages.ADA));
        channel.deliver(Messages.confirmed(Messages.ADA));

        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + Messages.ID + "@lamps.example>");
    }

    @Test
    void a_warehouse_is_told_at_its_own_address_or_the_common_one() throws Exception {
        SmtpChannel channel = channel(server.getSmtp().getPort());
        channel.deliver(Messages.toPick());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("stock@lamps.example"));
        assertThat(GreenMailUtil.getBody(mail)).contains("2 x lamp  Lamp");
        SmtpProperties nobody = new SmtpProperties(
                "h",
                25,
                SmtpProperties.Encryption.NONE,
                null,
                null,
                "a@b.example",
                null,
                null,
                Map.of("south", "s@b.example"),
                TIMEOUT);
        assertThat(channel(nobody).carries(NotificationKind.TO_PICK, new LocationId("south")))
                .isTrue();
        assertThat(channel(nobody).carries(NotificationKind.TO_PICK, new LocationId("north")))
                .isFalse();
        assertThat(channel(nobody).carries(NotificationKind.ORDER_SHIPPED, null))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'ada@example.org, eve@example.org'",
        "'ada@example.org\r\nBcc: eve@example.org'",
        "no address",
        "@example.org"
    })
    void what_is_no_single_address_is_refused_for_good(String typed) {
        NotDelivered no = notDelivered(channel(server.getSmtp().getPort()), to(typed));

        assertThat(no.isForGood()).isTrue();
        assertThat(no).hasMessageNotContaining("example.org");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user ada@example.org, true, 550",
        "RCPT, 450 come again, false, 450",
        "MAIL, 451 not now, false, 451",
        "DATA, 554 we think it is spam, true, 554",
        "., 452 the disk is full, false, 452",
        "., 550 we think it is spam, true, 550"
    })
    void a_server_that_says_no_for_good_is_told_from_one_that_says_not_now(
            String command, String answer, boolean forGood, String code) {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of(command, answer))) {
            NotDelivered no = notDelivered(channel(scripted.port()), Messages.confirmed(Messages.ADA));

            assertThat(no.isForGood()).isEqualTo(forGood);
            assertThat(no).hasMessageContaining(code).hasMessageNotContaining("ada@example.org");
            assertThat(scripted.taken()).isZero();
        }
    }

    @Test
    void a_server_that_never_answers_is_waited_for_no_longer_than_said() {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of(".", ScriptedSmtp.SILENCE))) {
            long start = System.nanoTime();
            NotDelivered no = notDelivered(channel(scripted.port()), Messages.confirmed(Messages.ADA));

            assertThat(no.isForGood()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(4));
        }
    }

    @Test
    void a_server_that_is_away_is_left_alone_for_a_while() {
        int nobody = server.getSmtp().getPort();
        server.stop();
        SmtpChannel channel = channel(nobody);
        for (int i = 0; i < 10; i++) {
            assertThat(notDelivered(channel, Messages.confirmed(Messages.ADA)))
                    .hasMessageStartingWith("the mail server was not reached");
        }

        assertThat(notDelivered(channel, Messages.confirmed(Messages.ADA)))
                .hasMessageStartingWith("the server is left alone for now");
    }

    @Test
    void refused_addresses_do_not_make_a_channel_look_ill() {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of("RCPT", "550 no such user"))) {
            SmtpChannel channel = channel(scripted.port());
            for (int i = 0; i < 30; i++) {
                assertThat(notDelivered(channel, Messages.confirmed(Messages.ADA))
                                .isForGood())
                        .isTrue();
            }
        }
    }

    @Test
    void nothing_is_said_in_clear_to_a_server_without_starttls() {
        try (ScriptedSmtp scripted = new ScriptedSmtp(Map.of())) {
            SmtpChannel channel = channel(at(scripted.port(), SmtpProperties.Encryption.STARTTLS, null));

            assertThat(notDelivered(channel, Messages.confirmed(Messages.ADA)).isForGood())
                    .isFalse();
            assertThat(scripted.taken()).isZero();
        }
    }

    @Test
    void a_password_that_the_server_does_not_take_is_tried_again() {
        server.setUser("shop", "another");
        SmtpChannel channel = channel(at(server.getSmtp().getPort(), SmtpProperties.Encryption.NONE, "shop"));

        assertThat(notDelivered(channel, Messages.confirmed(Messages.ADA)).isForGood())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a@b.example, '', daybook.notifications.smtp.host is not set",
        "mail, '', '', daybook.notifications.smtp.from is not set",
        "mail, nobody, '', daybook.notifications.smtp.from is no mail address",
        "mail, a@b.example, nobody, daybook.notifications.smtp.warehouse is no mail address"
    })
    void what_is_missing_or_wrong_is_named_at_the_start(String host, String from, String warehouse, String named) {
        SmtpProperties wrong = new SmtpProperties(
                host, 25, SmtpProperties.Encryption.NONE, null, null, from, null, warehouse, Map.of(), TIMEOUT);

        assertThatThrownBy(() -> channel(wrong)).hasMessageStartingWith(named);
    }
}
