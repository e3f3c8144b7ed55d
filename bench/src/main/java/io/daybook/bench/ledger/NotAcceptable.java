package io.daybook.bench.ledger;

import io.daybook.domain.kernel.Refusal;

/** The one thing that is refused here. */
public record NotAcceptable(String ledger) implements Refusal {
    @Override
    public String code() {
        return "ledger.not-acceptable";
    }

    @Override
    public String message() {
        return "this entry cannot be posted to " + ledger;
    }
}
