package io.daybook.devservers.payments;

import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Answers what Stripe's API answers: {@code /v1}. Here a request meets its idempotency key and its faults. */
final class Desk {

    private final Webhooks webhooks;

    Desk(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    Reply answer(Account account, Asked asked) throws NoAnswer, InterruptedException {
        return asked.method().equals("GET") ? read(account, asked) : change(account, asked);
    }

    private static Reply read(Account account, Asked asked) {
        synchronized (account) {
            return switch (asked.step(1) + "/" + asked.step(2)) {
                case "payment_intents/" -> Lists.intents(account, asked.form());
                case "payment_intents/search" -> Lists.search(account, asked.form());
                case "refunds/" -> Lists.refunds(account, asked.form());
                default -> {
                    if (!asked.step(1).equals("payment_intents")
                            || !asked.step(3).isEmpty()) {
                        throw asked.unknownPath();
                    }
                    Intent found = account.intent(asked.step(2));
                    yield Reply.ok(Shapes.intent(found, asked.form().expands("latest_charge")));
                }
            };
        }
    }

    private Reply change(Account account, Asked asked) throws NoAnswer, InterruptedException {
        Set<Fault> faults;
        synchronized (account) {
            faults = account.plan()
                    .draw(operation(asked), asked.key(), asked.form().text("payment_method"));
        }
        if (faults.contains(Fault.RATE_LIMIT)) {
            throw Refusal.of(429, "invalid_request_error", "rate_limit", "Too many requests.");
        }
        if (faults.contains(Fault.ERROR_500)) {
            throw failed();
        }
        if (faults.contains(Fault.TIMEOUT)) {
            throw new NoAnswer();
        }
        Reply reply = once(account, asked, faults);
        if (faults.contains(Fault.TIMEOUT_AFTER_SUCCESS)) {
            throw new NoAnswer();
        }
        if (faults.contains(Fault.ERROR_500_AFTER_SUCCESS)) {
            throw failed();
        }
        return reply;
    }

    private Reply once(Account account, Asked asked, Set<Fault> faults) throws InterruptedException {
        long delay;
        synchronized (account) {
            Saved saved = account.saved(asked.key());
            if (saved != null) {
                return repeated(saved, asked);
            }
            if (!asked.key().isEmpty() && !account.occupy(asked.key())) {
                throw Refusal.of(
                        409,
                        "idempotency_error",
                        "idempotency_key_in_use",
                        "There is currently another in-progress request using this Idempotency Key.");
            }
            delay = faults.contains(Fault.DELAY) ? account.plan().delayMillis() : 0;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
            Changes changes = new Changes(account, asked.key());
            Reply reply;
            synchronized (account) {
                reply = carriedOut(changes, asked, faults);
                account.commit();
            }
            webhooks.send(account, changes.notices(), faults);
            return reply;
        } finally {
            synchronized (account) {
                account.release(asked.key());
            }
        }
    }

    private static Reply repeated(Saved saved, Asked asked) {
        if (!saved.asked().equals(asked.sameness())) {
            throw Refusal.of(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        }
        return saved.reply();
    }

    private static Reply carriedOut(Changes changes, Asked asked, Set<Fault> faults) {
        boolean kept = true;
        Reply reply;
        try {
            reply = faults.contains(Fault.ERROR_500_KEPT) ? failed().reply() : perform(changes, asked, faults);
        } catch (Refusal refused) {
            reply = refused.reply();
            kept = refused.isKept();
        }
        if (kept && !asked.key().isEmpty()) {
            changes.account().save(new Saved(asked.key(), changes.account().now(), asked.sameness(), reply));
        }
        return reply;
    }

    private static Reply perform(Changes changes, Asked asked, Set<Fault> faults) {
        Account account = changes.account();
        return switch (operation(asked)) {
            case "create" -> Payments.create(changes, asked.form(), faults);
            case "capture" -> Payments.capture(changes, account.intent(asked.step(2)), asked.form());
            case "cancel" -> Payments.cancel(changes, account.intent(asked.step(2)), asked.form());
            case "refund" -> Payments.refund(changes, asked.form());
            default -> throw asked.unknownPath();
        };
    }

    private static String operation(Asked asked) {
        return switch (asked.step(1)) {
            case "payment_intents" -> asked.step(2).isEmpty() ? "create" : asked.step(3);
            case "refunds" -> asked.step(2).isEmpty() ? "refund" : "";
            default -> "";
        };
    }

    private static Refusal failed() {
        return Refusal.of(500, "api_error", null, "An unknown error occurred.");
    }
}
