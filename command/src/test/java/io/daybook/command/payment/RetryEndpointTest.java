package io.daybook.command.payment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.daybook.command.Http;
import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.BadField;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryEndpointTest {
    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.withProvider(log, new SmallBank(), new MovingClock(), false);
    private final Http http = new Http(shop.bean(RetryEndpoint.class));

    @BeforeEach
    void a_shipped_order_whose_capture_failed() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 9);
        shop.commands.send(prepaid("o-1", SmallBank.RICH, line(1, TEAPOT, 1, 2000)));
        shop.commands.send(clear("o-1", NOW));
        shop.commands.send(new RecordAuthorisation(order("o-1"), 1, "auth-1", euros(2000), true, NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        shop.commands.send(new RecordCaptureFailure(order("o-1"), "s-1", "try_later", NOW));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_capture_is_asked_again_once_for_one_key() throws Exception {
        String first = retry("/orders/o-1/captures/s-1/retries", "k");
        String again = retry("/orders/o-1/captures/s-1/retries", "k");

        assertThat(again).isEqualTo(first);
        assertThat(log.events())
                .filteredOn(CaptureRequested.class::isInstance)
                .containsExactly(
                        new CaptureRequested(order("o-1"), "s-1", 1, euros(2000), true, NOW),
                        new CaptureRequested(order("o-1"), "s-1", 2, euros(2000), true, NOW));
    }

    @Test
    void a_refund_too() throws Exception {
        retry("/orders/o-1/captures/s-1/retries", "k-1");
        shop.commands.send(new RecordCapture(order("o-1"), "s-1", NOW));
        shop.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "broken", NOW));
        shop.commands.send(new RecordRefundFailure(order("o-1"), "r-1", 1, "try_later", NOW));

        retry("/orders/o-1/refunds/r-1/retries", "k-2");

        assertThat(log.events())
                .last()
                .isEqualTo(new RefundRequested(order("o-1"), "r-1", 2, euros(2000), "retry", NOW));
    }

    @Test
    void without_a_key_nothing_is_asked() {
        BadField refused =
                catchThrowableOfType(BadField.class, () -> http.send(post("/orders/o-1/captures/s-1/retries"), ""));

        assertThat(refused).hasMessageContaining("Idempotency-Key");
        assertThat(log.events()).filteredOn(CaptureRequested.class::isInstance).hasSize(1);
    }

    private String retry(String path, String key) throws Exception {
        return http.send(post(path).header("Idempotency-Key", key), "").getContentAsString();
    }
}
