package io.daybook.command.fulfilment;

/**
 * What the provider's form in the buyer's browser needs to go on.
 *
 * @param clientSecret whoever has it can finish this one payment; it is nowhere stored
 */
public record PaymentAction(String order, String clientSecret) {
    @Override
    public String toString() {
        return "PaymentAction[order=" + order + ", clientSecret=hidden]";
    }
}
