package io.daybook.infra.payment;

import static io.daybook.infra.payment.PaymentProviderConformance.euros;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentNotice;
import io.daybook.command.payment.PaymentNotice.Kind;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.Refund;
import io.daybook.devservers.payments.Signature;
import io.daybook.domain.kernel.OrderId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the provider tells by itself arrives, and only what it tells. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StripeWebhookTest {
    private static final OrderId ORDER = new OrderId("o-1");
    private static final PaymentKey KEY = PaymentKey.authorise(ORDER, 1);
    private static final String UNKNOWN_EVENT = """
            {"id":"evt_1","object":"event","type":"customer.created","created":1,"data":{"object":{}}}""";

    private TestSandbox sandbox;
    private PaymentProvider provider;
    private WebhookDoor door;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        sandbox = TestSandbox.in(folder);
        provider = sandbox.provider(0);
        door = new WebhookDoor(sandbox.properties(0));
        sandbox.sendWebhooksTo(door.url());
    }

    @AfterEach
    void close() {
        sandbox.close();
        door.close();
    }

    private Authorisation authorise(String card) {
        return provider.authorise(ORDER, euros(500), new PaymentMethod(card), KEY);
    }

    private AuthorisationId authorised() {
        return ((Authorisation.Authorised) authorise("pm_card_visa")).id();
    }

    private PaymentNotice awaitNotice(int nth) {
        eventually(() -> door.taken().size() >= nth);
        return door.taken().get(nth - 1);
    }

    private static PaymentNotice notice(
            PaymentNotice told, AuthorisationId id, PaymentKey key, Kind kind, long cents, @Nullable String reason) {
        return new PaymentNotice(told.eventId(), ORDER, id, key, kind, euros(cents), reason, told.at());
    }

    @Test
    void each_step_of_a_payment_is_told() {
        AuthorisationId id = authorised();
        PaymentNotice first = awaitNotice(1);
        provider.capture(id, euros(200), false, PaymentKey.capture(ORDER, "s-1"));
        PaymentNotice second = awaitNotice(2);
        provider.capture(id, euros(100), true, PaymentKey.capture(ORDER, "s-2"));
        PaymentNotice third = awaitNotice(3);
        provider.refund(id, euros(50), PaymentKey.refund(ORDER, "r-1"));
        PaymentNotice fourth = awaitNotice(4);

        assertThat(door.taken())
                .containsExactly(
                        notice(first, id, KEY, Kind.AUTHORISED, 500, null),
                        notice(second, id, KEY, Kind.CAPTURED, 200, null),
                        notice(third, id, KEY, Kind.CAPTURED, 300, null),
                        notice(fourth, id, KEY, Kind.REFUNDED, 50, null));
        assertThat(first.at())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void a_no_is_told_with_its_reason() {
        var declined = (Authorisation.Declined) authorise("pm_card_visa_chargeDeclinedInsufficientFunds");

        PaymentNotice told = awaitNotice(1);

        assertThat(told)
                .isEqualTo(notice(told, requireNonNull(declined.id()), KEY, Kind.DECLINED, 500, "insufficient_funds"));
    }

    @Test
    void a_buyer_who_did_what_the_bank_asked_is_told() {
        var asked = (Authorisation.ActionRequired) authorise("pm_card_authenticationRequired");
        assertThat(awaitNotice(1).kind()).isEqualTo(Kind.ACTION_REQUIRED);

        sandbox.send("POST", "/sandbox/payment_intents/" + asked.id() + "/succeed", "");

        assertThat(awaitNotice(2).kind()).isEqualTo(Kind.AUTHORISED);
    }

    @Test
    void a_bank_that_made_up_its_mind_is_told() {
        var pending = (Authorisation.Pending) authorise("pm_sandbox_processing");
        assertThat(awaitNotice(1).kind()).isEqualTo(Kind.PENDING);

        sandbox.send("POST", "/sandbox/payment_intents/" + pending.id() + "/fail", "");

        assertThat(awaitNotice(2).kind()).isEqualTo(Kind.DECLINED);
    }

    @Test
    void money_that_is_no_longer_set_aside_is_told() {
        AuthorisationId id = authorised();
        awaitNotice(1);

        sandbox.send("POST", "/sandbox/payment_intents/" + id + "/lapse", "");

        PaymentNotice told = awaitNotice(2);
        assertThat(told).isEqualTo(notice(told, id, KEY, Kind.CANCELLED, 500, "automatic"));
    }

    @Test
    void a_refund_that_did_not_reach_the_buyer_is_told_under_its_own_key() {
        AuthorisationId id = authorised();
        awaitNotice(1);
        provider.capture(id, euros(500), true, PaymentKey.capture(ORDER, "s-1"));
        awaitNotice(2);
        PaymentKey key = PaymentKey.refund(ORDER, "r-1");
        var refunded = (Refund.Refunded) provider.refund(id, euros(100), key);
        awaitNotice(3);

        sandbox.send("POST", "/sandbox/refunds/" + refunded.refundId() + "/fail", "");

        PaymentNotice told = awaitNotice(4);
        assertThat(told).isEqualTo(notice(told, id, key, Kind.REFUND_FAILED, 100, "lost_or_stolen_card"));
    }

    @Test
    void a_notice_may_come_before_the_answer() {
        sandbox.misbehave("fault=webhook_before_answer");

        AuthorisationId id = authorised();

        assertThat(door.taken()).extracting(PaymentNotice::authorisation).containsExactly(id);
    }

    @Test
    void a_notice_may_come_twice_under_one_name() {
        sandbox.misbehave("fault=webhook_twice");

        authorised();

        assertThat(awaitNotice(2)).isEqualTo(awaitNotice(1));
    }

    @Test
    void a_notice_may_come_late() {
        sandbox.misbehave("fault=webhook_late&webhook_delay_ms=400");
        long start = System.nanoTime();

        authorised();

        assertThat(door.taken()).isEmpty();
        awaitNotice(1);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(400).toNanos());
    }

    @Test
    void a_notice_may_never_come() {
        sandbox.misbehave("fault=webhook_lost");

        AuthorisationId id = authorised();
        provider.cancel(id, PaymentKey.cancel(id));

        assertThat(awaitNotice(1).kind()).as("that of the cancellation").isEqualTo(Kind.CANCELLED);
        eventually(() -> sandbox.waitingWebhooks() == 0);
    }

    @Test
    void a_notice_that_was_not_taken_comes_again() {
        door.failNext(2);

        authorised();

        assertThat(awaitNotice(1).kind()).isEqualTo(Kind.AUTHORISED);
        eventually(() -> sandbox.waitingWebhooks() == 0);
    }

    @Test
    void a_notice_that_was_not_taken_outlives_the_providers_restart() throws IOException {
        door.failNext(1_000);
        authorised();

        sandbox.restart();
        door.failNext(0);

        assertThat(awaitNotice(1).kind()).isEqualTo(Kind.AUTHORISED);
    }

    @Test
    void what_is_not_signed_with_our_secret_and_lately_is_refused_by_name_of_the_header() throws Exception {
        long now = Instant.now().getEpochSecond();
        String good = Signature.header(now, UNKNOWN_EVENT, TestSandbox.WEBHOOK_SECRET);

        assertThat(post(UNKNOWN_EVENT, null)).isEqualTo("400 Stripe-Signature is missing");
        String refused = "400 Stripe-Signature is not ours for this body, or is too old";
        assertThat(post(UNKNOWN_EVENT, "nonsense")).isEqualTo(refused);
        assertThat(post(UNKNOWN_EVENT, Signature.header(now, UNKNOWN_EVENT, "whsec_forged")))
                .isEqualTo(refused);
        assertThat(post(UNKNOWN_EVENT.replace("evt_1", "evt_2"), good)).isEqualTo(refused);
        assertThat(post(UNKNOWN_EVENT, Signature.header(now - 301, UNKNOWN_EVENT, TestSandbox.WEBHOOK_SECRET)))
                .as("stale")
                .isEqualTo(refused);
        assertThat(door.taken()).isEmpty();
    }

    @Test
    void an_event_that_says_nothing_to_us_is_taken_and_forgotten() throws Exception {
        String signature = Signature.header(Instant.now().getEpochSecond(), UNKNOWN_EVENT, TestSandbox.WEBHOOK_SECRET);

        assertThat(post(UNKNOWN_EVENT, signature)).isEqualTo("200 ");
        assertThat(door.taken()).isEmpty();
    }

    private String post(String body, @Nullable String signature) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.url()).POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
