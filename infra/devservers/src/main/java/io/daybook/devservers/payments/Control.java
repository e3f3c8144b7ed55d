package io.daybook.devservers.payments;

import java.util.Map;
import java.util.Set;

/**
 * Tells the sandbox what to do, under the same key as the payments: {@code /sandbox}.
 *
 * <ul>
 *   <li>{@code POST /sandbox/faults}: {@code fault=timeout_after_success&on=capture&times=2}, or {@code permille=100&seed=7} for
 *       random ones, see {@link Plan}; {@code DELETE} ends them
 *   <li>{@code POST /sandbox/endpoint}: {@code url=…&secret=whsec_…}, where webhooks go
 *   <li>{@code POST /sandbox/payment_intents/{id}/succeed}, {@code fail}, {@code lapse}: what the buyer, the bank or time does
 *   <li>{@code POST /sandbox/refunds/{id}/fail}
 *   <li>{@code GET /sandbox/ledger}: the money by order, see {@link Ledger}; {@code GET /sandbox/waiting}: webhooks not yet taken
 * </ul>
 */
final class Control {

    private final Webhooks webhooks;

    Control(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    Reply answer(Account account, Asked asked) {
        Changes changes = new Changes(account, "");
        Reply reply;
        synchronized (account) {
            reply = told(changes, asked);
            account.commit();
        }
        webhooks.send(account, changes.notices(), Set.of());
        return reply;
    }

    private static Reply told(Changes changes, Asked asked) {
        Account account = changes.account();
        return switch (asked.method() + " " + asked.step(1)) {
            case "POST faults" -> {
                account.plan().tell(asked.form());
                yield done();
            }
            case "DELETE faults" -> {
                account.plan().clear();
                yield done();
            }
            case "POST endpoint" -> {
                account.sendTo(Endpoint.of(asked.form()));
                yield done();
            }
            case "POST payment_intents" -> payment(changes, account.intent(asked.step(2)), asked);
            case "POST refunds" -> Payments.failRefund(changes, account.refund(asked.step(2)));
            case "GET ledger" -> Ledger.of(account);
            case "GET waiting" ->
                Reply.ok(Map.of("waiting", (long) account.waiting().size()));
            default -> throw asked.unknownPath();
        };
    }

    private static Reply payment(Changes changes, Intent intent, Asked asked) {
        return switch (asked.step(3)) {
            case "succeed" -> Payments.settle(changes, intent, true);
            case "fail" -> Payments.settle(changes, intent, false);
            case "lapse" -> Payments.cancel(changes, intent, new Form(Map.of("cancellation_reason", "automatic")));
            default -> throw asked.unknownPath();
        };
    }

    private static Reply done() {
        return Reply.ok(Map.of("done", true));
    }
}
