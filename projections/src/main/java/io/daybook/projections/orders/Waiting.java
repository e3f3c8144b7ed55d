package io.daybook.projections.orders;

import io.daybook.query.order.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for before it is confirmed. Its payment and the look for fraud go on side by side; what the buyer can do
 * something about is told first.
 *
 * @param payment how far it is; null if none is due, or it is there
 * @param code the provider's, for a decline
 * @param review why a person looks at it; null if nobody does
 */
public record Waiting(
        @Nullable Stage payment,
        @Nullable String code,
        @Nullable String review) {
    public static final Waiting FOR_NOTHING = new Waiting(null, null, null);

    public Waiting forPayment(Stage how, @Nullable String why) {
        return new Waiting(how, why, review);
    }

    public Waiting paid() {
        return new Waiting(null, null, review);
    }

    public Waiting forReview(List<String> reasons) {
        return new Waiting(payment, code, String.join(", ", reasons));
    }

    public Waiting reviewed() {
        return new Waiting(payment, code, null);
    }

    public Stage stage() {
        if (payment != null) {
            return payment;
        }
        return review != null ? Stage.IN_REVIEW : Stage.ALLOCATED;
    }

    public @Nullable String reason() {
        return payment != null ? code : review;
    }
}
