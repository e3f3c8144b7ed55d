package io.daybook.infra.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.daybook.command.notification.NotDelivered;
import io.daybook.command.notification.NotificationKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookChannelTest {
    /** The example of the specification's own libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String NEXT =
            "whsec_" + Base64.getEncoder().encodeToString("another secret of 32 bytes------".getBytes(UTF_8));
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Clock CLOCK = Clock.fixed(Messages.NOW, ZoneOffset.UTC);

    private record Posted(String id, String timestamp, String signature, String body) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final HttpServer receiver;
    private volatile int status = 200;
    private volatile boolean silent;

    WebhookChannelTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var headers = exchange.getRequestHeaders();
            posted.add(new Posted(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, silent ? 10 : -1);
            if (silent) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            } else {
                exchange.close();
            }
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    private WebhookChannel channel(String... secrets) {
        return new WebhookChannel(new WebhookProperties(url(), List.of(secrets), TIMEOUT), Messages.circuit(), CLOCK);
    }

    private static NotDelivered notDelivered(WebhookChannel channel) {
        return catchThrowableOfType(NotDelivered.class, () -> channel.deliver(Messages.toPick()));
    }

    @Test
    void a_signature_is_that_of_the_specifications_example() {
        assertThat(new WebhookSignature(List.of(SECRET))
                        .of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void everything_is_posted_with_id_time_and_signature() {
        channel(SECRET).deliver(Messages.confirmed(Messages.ADA));

        String body = """
                {"type":"order-confirmed","timestamp":"2026-03-01T12:00:00Z","data":{"order":"o-1",\
                "customer":{"name":"Ada & Söhne <x>","email":"ada@example.org"},\
                "lines":[{"sku":"lamp","title":"Lamp, \\"Aalto\\" <blue>","quantity":2,"amount":{"minor":5000,"currency":"EUR"}},\
                {"sku":"bulb","title":"Bulb","quantity":1,"amount":{"minor":299,"currency":"EUR"}}],\
                "charges":[{"label":"Shipping","amount":{"minor":490,"currency":"EUR"}},\
                {"label":"Voucher","amount":{"minor":-500,"currency":"EUR"}}],\
                "amount":{"minor":5289,"currency":"EUR"}}}""";
        long now = Messages.NOW.getEpochSecond();
        assertThat(posted)
                .containsExactly(new Posted(
                        Messages.ID,
                        Long.toString(now),
                        new WebhookSignature(List.of(SECRET)).of(Messages.ID, now, body.getBytes(UTF_8)),
                        body));
    }

    @Test
    void what_a_kind_has_nothing_for_is_left_out() {
        channel(SECRET).deliver(Messages.toPick());
        channel(SECRET).deliver(Messages.simple(NotificationKind.ORDER_SHIPPED, null, null, false));

        assertThat(posted)
                .extracting(Posted::body)
                .containsExactly(
                        "{\"type\":\"to-pick\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"data\":{\"order\":\"o-1\","
                                + "\"location\":\"north\",\"lines\":[{\"sku\":\"lamp\",\"title\":\"Lamp\",\"quantity\":2}]}}",
                        "{\"type\":\"order-shipped\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"data\":{\"order\":\"o-1\","
                                + "\"customer\":{\"name\":\"Ada & Söhne <x>\",\"email\":\"ada@example.org\"},"
                                + "\"lines\":[{\"sku\":\"lamp\",\"title\":\"Lamp\",\"quantity\":2}],\"complete\":false}}");
    }

    @Test
    void while_secrets_are_changed_over_each_of_them_signs() {
        channel(SECRET, NEXT).deliver(Messages.toPick());

        Posted one = posted.getFirst();
        long at = Long.parseLong(one.timestamp());
        byte[] body = one.body().getBytes(UTF_8);
        assertThat(one.signature().split(" "))
                .containsExactly(
                        new WebhookSignature(List.of(SECRET)).of(one.id(), at, body),
                        new WebhookSignature(List.of(NEXT)).of(one.id(), at, body));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 404, 410, 429, 500, 503})
    void whatever_is_no_2xx_is_tried_again(int answer) {
        status = answer;

        assertThat(notDelivered(channel(SECRET)).isForGood()).isFalse();
        assertThat(posted).hasSize(1);
    }

    @Test
    void a_receiver_that_begins_to_answer_and_never_ends_is_waited_for_no_longer_than_said() {
        silent = true;
        long start = System.nanoTime();

        assertThat(notDelivered(channel(SECRET)).isForGood()).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(3));
    }

    @Test
    void a_receiver_that_is_away_is_left_alone_for_a_while() {
        receiver.stop(0);
        WebhookChannel channel = channel(SECRET);
        for (int i = 0; i < 10; i++) {
            assertThat(notDelivered(channel)).hasMessageStartingWith("the receiver did not answer");
        }

        assertThat(notDelivered(channel)).hasMessageStartingWith("the server is left alone for now");
    }

    @ParameterizedTest
    @CsvSource({
        ", daybook.notifications.webhook.url is not set",
        "http://hooks.example/x, daybook.notifications.webhook.url must be https",
        "ftp://localhost/x, daybook.notifications.webhook.url must be https"
    })
    void an_address_that_would_give_names_away_is_named_at_the_start(URI url, String named) {
        assertThatThrownBy(() -> new WebhookChannel(
                        new WebhookProperties(url, List.of(SECRET), TIMEOUT), Messages.circuit(), CLOCK))
                .hasMessageStartingWith(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!", "whsec_c2hvcnQ="})
    void a_secret_that_is_none_is_named_at_the_start_and_not_told(String secret) {
        assertThatThrownBy(() -> channel(secret))
                .hasMessageStartingWith("daybook.notifications.webhook.secrets must each be whsec_")
                .hasMessageNotContaining("MfKQ");
    }
}
