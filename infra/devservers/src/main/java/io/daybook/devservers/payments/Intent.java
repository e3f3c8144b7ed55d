package io.daybook.devservers.payments;

import java.util.Map;
import java.util.TreeMap;

/**
 * One payment. Amounts are minor units.
 *
 * @param created seconds since 1970
 * @param authorised whether the whole amount was ever set aside
 * @param captured in all
 * @param refunded in all
 * @param inParts whether it may be captured several times
 * @param method the token it was to be paid with
 * @param decline the bank's no, else empty
 * @param cancelled why, else empty
 */
record Intent(
        String id,
        long created,
        long amount,
        String currency,
        Status status,
        boolean authorised,
        long captured,
        long refunded,
        boolean inParts,
        String method,
        String decline,
        String cancelled,
        Map<String, String> metadata) {

    String chargeId() {
        return id.replaceFirst("pi_", "ch_");
    }

    /** What can still be captured. */
    long held() {
        return status == Status.REQUIRES_CAPTURE ? amount - captured : 0;
    }

    Intent setAside() {
        return with(Status.REQUIRES_CAPTURE, true, captured, refunded, "", "");
    }

    Intent waiting(Status forWhat) {
        return with(forWhat, authorised, captured, refunded, "", "");
    }

    Intent declined(String why) {
        return with(Status.REQUIRES_PAYMENT_METHOD, authorised, captured, refunded, why, "");
    }

    Intent captured(long more, boolean last) {
        long total = captured + more;
        Status next = last || total == amount ? Status.SUCCEEDED : Status.REQUIRES_CAPTURE;
        return with(next, authorised, total, refunded, "", "");
    }

    Intent refunded(long more) {
        return with(status, authorised, captured, refunded + more, "", "");
    }

    /** What was captured before stays captured. */
    Intent cancelled(String why) {
        return with(Status.CANCELED, authorised, captured, refunded, decline, why);
    }

    private Intent with(
            Status next, boolean authorised, long captured, long refunded, String decline, String cancelled) {
        return new Intent(
                id,
                created,
                amount,
                currency,
                next,
                authorised,
                captured,
                refunded,
                inParts,
                method,
                decline,
                cancelled,
                metadata);
    }

    Form row() {
        Map<String, String> row = new TreeMap<>(Map.of(
                "id", id,
                "created", Long.toString(created),
                "amount", Long.toString(amount),
                "currency", currency,
                "status", status.name(),
                "authorised", Boolean.toString(authorised),
                "captured", Long.toString(captured),
                "refunded", Long.toString(refunded),
                "inParts", Boolean.toString(inParts),
                "method", method));
        row.put("decline", decline);
        row.put("cancelled", cancelled);
        metadata.forEach((name, value) -> row.put("metadata[" + name + "]", value));
        return new Form(row);
    }

    static Intent of(Form row) {
        return new Intent(
                row.required("id"),
                row.number("created"),
                row.number("amount"),
                row.required("currency"),
                Status.valueOf(row.required("status")),
                row.flag("authorised", false),
                row.number("captured"),
                row.number("refunded"),
                row.flag("inParts", false),
                row.required("method"),
                row.text("decline", ""),
                row.text("cancelled", ""),
                row.below("metadata"));
    }
}
