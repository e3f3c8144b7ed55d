package io.daybook.devservers.payments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payments, charges and refunds as Stripe writes them. */
final class Shapes {

    private static final long CAPTURE_WITHIN_SECONDS = 7 * 24 * 3_600;

    private Shapes() {}

    static Map<String, Object> intent(Intent intent, boolean withCharge) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", intent.id());
        out.put("object", "payment_intent");
        out.put("amount", intent.amount());
        out.put("amount_capturable", intent.held());
        out.put("amount_received", intent.captured());
        out.put("capture_method", "manual");
        out.put(
                "client_secret",
                intent.id() + "_secret_" + Integer.toHexString(intent.id().hashCode()));
        out.put("confirmation_method", "automatic");
        out.put("created", intent.created());
        out.put("currency", intent.currency());
        out.put("livemode", false);
        out.put("metadata", intent.metadata());
        out.put("payment_method_types", List.of("card"));
        out.put("status", intent.status().wire());
        if (intent.authorised()) {
            out.put("latest_charge", withCharge ? charge(intent) : intent.chargeId());
            out.put("payment_method", intent.method());
        }
        if (!intent.decline().isEmpty()) {
            out.put("last_payment_error", decline(intent));
        }
        if (!intent.cancelled().isEmpty()) {
            out.put("cancellation_reason", intent.cancelled());
        }
        if (intent.status() == Status.REQUIRES_ACTION) {
            out.put("next_action", Map.of("type", "use_stripe_sdk"));
        }
        return out;
    }

    static Map<String, Object> charge(Intent intent) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", intent.chargeId());
        out.put("object", "charge");
        out.put("amount", intent.amount());
        out.put("amount_captured", intent.captured());
        out.put("amount_refunded", intent.refunded());
        out.put("captured", intent.captured() > 0);
        out.put("created", intent.created());
        out.put("currency", intent.currency());
        out.put("livemode", false);
        out.put("metadata", intent.metadata());
        out.put("paid", true);
        out.put("payment_intent", intent.id());
        out.put("payment_method_details", Map.of("type", "card", "card", card(intent)));
        out.put("refunded", intent.refunded() > 0 && intent.refunded() == intent.captured());
        out.put("status", "succeeded");
        return out;
    }

    private static Map<String, Object> card(Intent intent) {
        return Map.of(
                "brand",
                "visa",
                "last4",
                "4242",
                "capture_before",
                intent.created() + CAPTURE_WITHIN_SECONDS,
                "multicapture",
                Map.of("status", intent.inParts() ? "available" : "unavailable"));
    }

    static Map<String, Object> decline(Intent intent) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "card_error");
        out.put("code", "card_declined");
        out.put("decline_code", intent.decline());
        out.put(
                "message",
                intent.decline().equals("insufficient_funds")
                        ? "Your card has insufficient funds."
                        : "Your card was declined.");
        return out;
    }

    static Map<String, Object> refund(Refund refund) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", refund.id());
        out.put("object", "refund");
        out.put("amount", refund.amount());
        out.put("charge", refund.intent().replaceFirst("pi_", "ch_"));
        out.put("created", refund.created());
        out.put("currency", refund.currency());
        out.put("metadata", refund.metadata());
        out.put("payment_intent", refund.intent());
        out.put("status", refund.status());
        if (refund.status().equals("failed")) {
            out.put("failure_reason", "lost_or_stolen_card");
        }
        return out;
    }
}
