package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Handling;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * What the books say is due, the payment provider is asked for.
 *
 * <table>
 * <caption>The process</caption>
 * <tr><td>{@code PaymentRequested} (an order is placed, or tried again)</td>
 *     <td>{@code RecordAuthorisation}, {@code RecordDecline} or {@code RecordActionRequired}</td><td>happy path</td></tr>
 * <tr><td>{@code CaptureRequested} (items are shipped)</td>
 *     <td>{@code RecordCapture} or {@code RecordCaptureFailure}</td><td>happy path</td></tr>
 * <tr><td>{@code RefundRequested} (items came back, or an order ends after a capture)</td>
 *     <td>{@code RecordRefund} or {@code RecordRefundFailure}</td><td>compensation</td></tr>
 * <tr><td>{@code VoidRequested} (an order ends before a capture)</td><td>{@code RecordVoid}</td><td>compensation</td></tr>
 * <tr><td>no answer</td><td>nothing</td><td>{@link AskAgain} finds it still due</td></tr>
 * </table>
 *
 * <p>The provider may take seconds, so nobody waits for it here: the {@link PaymentDesk} asks on threads of its own. What it did not
 * come to before a crash is still due in the books.
 */
@ProcessingGroup(WhenMoneyIsDueAskProvider.GROUP)
final class WhenMoneyIsDueAskProvider {
    /** Name of the processor, and of its token. */
    static final String GROUP = "payments";

    private final PaymentDesk desk;

    WhenMoneyIsDueAskProvider(PaymentDesk desk) {
        this.desk = desk;
    }

    @EventHandler
    void on(PaymentRequested event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (!Imported.is(origin)) {
            desk.attend(event.order());
        }
    }

    @EventHandler
    void on(CaptureRequested event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (!Imported.is(origin)) {
            desk.attend(event.order());
        }
    }

    @EventHandler
    void on(RefundRequested event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (!Imported.is(origin)) {
            desk.attend(event.order());
        }
    }

    @EventHandler
    void on(VoidRequested event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (!Imported.is(origin)) {
            desk.attend(event.order());
        }
    }
}
