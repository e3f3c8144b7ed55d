package io.daybook.devservers.payments;

import java.util.Set;

/** What can be done with payments: the rules. */
final class Payments {

    private Payments() {}

    /** Creates and confirms in one. */
    static Reply create(Changes changes, Form form, Set<Fault> faults) {
        long amount = form.amount("amount");
        String currency = form.required("currency");
        if (!form.flag("confirm", false) || !form.text("capture_method", "").equals("manual")) {
            throw Refusal.invalid(null, "confirm", "This sandbox creates payments confirmed and with manual capture.");
        }
        String method = form.required("payment_method");
        boolean inParts = form.text("payment_method_options[card][request_multicapture]", "never")
                        .equals("if_available")
                && Cards.inParts(method);
        Intent intent = new Intent(
                Account.newId("pi_"),
                changes.account().now(),
                amount,
                currency,
                Status.PROCESSING,
                false,
                0,
                0,
                inParts,
                method,
                "",
                "",
                form.below("metadata"));
        String no = faults.contains(Fault.DECLINE) ? Cards.DECLINED : Cards.decline(method);
        Intent outcome = no == null ? confirmed(changes, intent, Cards.first(method)) : declined(changes, intent, no);
        if (!outcome.decline().isEmpty()) {
            throw Refusal.declined(outcome);
        }
        return Reply.ok(Shapes.intent(outcome, form.expands("latest_charge")));
    }

    private static Intent confirmed(Changes changes, Intent intent, Status first) {
        Intent outcome = first == Status.REQUIRES_CAPTURE ? intent.setAside() : intent.waiting(first);
        changes.put(
                outcome,
                switch (first) {
                    case REQUIRES_ACTION -> "payment_intent.requires_action";
                    case PROCESSING -> "payment_intent.processing";
                    default -> "payment_intent.amount_capturable_updated";
                });
        return outcome;
    }

    private static Intent declined(Changes changes, Intent intent, String why) {
        Intent outcome = intent.declined(why);
        changes.put(outcome, "payment_intent.payment_failed");
        return outcome;
    }

    static Reply capture(Changes changes, Intent intent, Form form) {
        if (intent.status() != Status.REQUIRES_CAPTURE) {
            throw Refusal.unexpected(intent, "captured");
        }
        boolean last = form.flag("final_capture", true);
        if (!last && !intent.inParts()) {
            throw Refusal.invalid(null, "final_capture", "Multicapture is not available for this PaymentIntent.");
        }
        long amount = form.text("amount_to_capture") == null ? intent.held() : form.amount("amount_to_capture");
        if (amount > intent.held()) {
            throw Refusal.invalid(
                    "amount_too_large",
                    "amount_to_capture",
                    "The amount to capture must not be larger than amount_capturable, " + intent.held() + ".");
        }
        Intent outcome = intent.captured(amount, last);
        boolean over = outcome.status() == Status.SUCCEEDED;
        changes.put(outcome, over ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated");
        return Reply.ok(Shapes.intent(outcome, form.expands("latest_charge")));
    }

    static Reply cancel(Changes changes, Intent intent, Form form) {
        if (intent.status() == Status.SUCCEEDED || intent.status() == Status.CANCELED) {
            throw Refusal.unexpected(intent, "canceled");
        }
        Intent outcome = intent.cancelled(form.text("cancellation_reason", "requested_by_customer"));
        changes.put(outcome, "payment_intent.canceled");
        return Reply.ok(Shapes.intent(outcome, form.expands("latest_charge")));
    }

    static Reply refund(Changes changes, Form form) {
        Intent intent = changes.account().intent(form.required("payment_intent"));
        long left = intent.captured() - intent.refunded();
        if (left == 0) {
            throw Refusal.of(
                    400,
                    "invalid_request_error",
                    intent.refunded() > 0 ? "charge_already_refunded" : "charge_not_refundable",
                    "Nothing of this PaymentIntent is left to be refunded.");
        }
        long amount = form.text("amount") == null ? left : form.amount("amount");
        if (amount > left) {
            throw Refusal.invalid(
                    null, "amount", "Refund amount (" + amount + ") is greater than unrefunded amount (" + left + ").");
        }
        Refund refund = new Refund(
                Account.newId("re_"),
                changes.account().now(),
                intent.id(),
                amount,
                intent.currency(),
                Cards.refundStatus(intent.method()),
                form.below("metadata"));
        changes.put(refund, "refund.created");
        Intent outcome = intent.refunded(amount);
        changes.account().put(outcome);
        changes.tellOfCharge(outcome, "charge.refunded");
        return Reply.ok(Shapes.refund(refund));
    }

    /** The buyer did what the bank asked, or the bank made up its mind. */
    static Reply settle(Changes changes, Intent intent, boolean well) {
        if (intent.status() != Status.REQUIRES_ACTION && intent.status() != Status.PROCESSING) {
            throw Refusal.unexpected(intent, "settled");
        }
        Intent outcome = well
                ? confirmed(changes, intent, Status.REQUIRES_CAPTURE)
                : declined(changes, intent, "authentication_required");
        return Reply.ok(Shapes.intent(outcome, false));
    }

    /** The bank gives the refunded money back to the shop. */
    static Reply failRefund(Changes changes, Refund refund) {
        Refund outcome = refund.to("failed");
        Intent intent = changes.account().intent(refund.intent()).refunded(-refund.amount());
        changes.account().put(intent);
        changes.put(outcome, "refund.failed");
        return Reply.ok(Shapes.refund(outcome));
    }
}
