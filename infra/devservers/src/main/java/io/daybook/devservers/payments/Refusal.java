package io.daybook.devservers.payments;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as Stripe tells it. */
final class Refusal extends RuntimeException {

    private final int status;
    private final Map<String, Object> error;
    private final boolean kept;

    private Refusal(int status, Map<String, Object> error, boolean kept) {
        super(String.valueOf(error.get("message")), null, false, false);
        this.status = status;
        this.error = error;
        this.kept = kept;
    }

    /** The request cannot be right; nothing of it is kept. */
    static Refusal invalid(@Nullable String code, String param, String message) {
        Map<String, Object> error = error("invalid_request_error", code, message);
        error.put("param", param);
        return new Refusal(400, error, false);
    }

    static Refusal unknown(String what, String id) {
        Map<String, Object> error =
                error("invalid_request_error", "resource_missing", "No such " + what + ": '" + id + "'");
        error.put("param", what.equals("payment_intent") ? "intent" : what);
        return new Refusal(404, error, false);
    }

    static Refusal of(int status, String type, @Nullable String code, String message) {
        return new Refusal(status, error(type, code, message), false);
    }

    /** What the request asks does not fit the payment's state. */
    static Refusal unexpected(Intent intent, String verb) {
        Map<String, Object> error = error(
                "invalid_request_error",
                "payment_intent_unexpected_state",
                "This PaymentIntent could not be " + verb + " because it has a status of "
                        + intent.status().wire() + ".");
        error.put("payment_intent", Shapes.intent(intent, false));
        return new Refusal(400, error, true);
    }

    static Refusal declined(Intent intent) {
        Map<String, Object> error = Shapes.decline(intent);
        error.put("charge", intent.chargeId());
        error.put("payment_intent", Shapes.intent(intent, false));
        return new Refusal(402, error, true);
    }

    private static Map<String, Object> error(String type, @Nullable String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        error.put("message", message);
        return error;
    }

    Reply reply() {
        return new Reply(status, Json.of(Map.of("error", error)));
    }

    /** Whether the same idempotency key is answered with it again: the request was carried out, with this outcome. */
    boolean isKept() {
        return kept;
    }
}
