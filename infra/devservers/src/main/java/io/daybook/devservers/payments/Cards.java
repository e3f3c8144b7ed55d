package io.daybook.devservers.payments;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a payment depends on its payment method's token, as with Stripe's test cards. Those named {@code pm_sandbox_} are
 * ours: {@code pm_sandbox_} and the name of a {@link Fault} in small letters brings that fault on.
 */
final class Cards {

    static final String DECLINED = "generic_decline";
    private static final String OURS = "pm_sandbox_";
    private static final Map<String, String> DECLINES = Map.of(
            "pm_card_visa_chargeDeclined", DECLINED,
            "pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds",
            "pm_card_visa_chargeDeclinedLostCard", "lost_card",
            "pm_card_visa_chargeDeclinedStolenCard", "stolen_card");

    private Cards() {}

    /** The bank's reason for a no; null for a yes. */
    static @Nullable String decline(String token) {
        return DECLINES.get(token);
    }

    /** The state that a new payment starts in, unless it is declined. */
    static Status first(String token) {
        return switch (token) {
            case "pm_card_authenticationRequired" -> Status.REQUIRES_ACTION;
            case OURS + "processing" -> Status.PROCESSING;
            default -> Status.REQUIRES_CAPTURE;
        };
    }

    static boolean inParts(String token) {
        return !token.equals(OURS + "one_capture");
    }

    static String refundStatus(String token) {
        return token.equals("pm_card_pendingRefund") ? "pending" : "succeeded";
    }

    static @Nullable Fault fault(@Nullable String token) {
        for (Fault fault : Fault.values()) {
            if ((OURS + fault.name().toLowerCase(Locale.ROOT)).equals(token)) {
                return fault;
            }
        }
        return null;
    }
}
