package io.daybook.domain.kernel;

/** Why a wish was not granted. A refusal appends nothing; its code is stable and part of the API. */
public interface Refusal {
    /** {@code context.reason}, for example {@code inventory.not-enough-stock}. */
    String code();

    /** One sentence for a person. */
    String message();
}
