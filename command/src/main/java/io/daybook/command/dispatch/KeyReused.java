package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Refusal;

/** An idempotency key came back with another body. Answered with 422. */
public record KeyReused(String key) implements Refusal {
    @Override
    public String code() {
        return "idempotency.key-reused";
    }

    @Override
    public String message() {
        return "The key " + key + " was used before with another request.";
    }
}
