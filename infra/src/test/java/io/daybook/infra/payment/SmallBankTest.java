package io.daybook.infra.payment;

import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.SmallBank;

/** What the tests of the process are paid by does what every provider does. */
class SmallBankTest extends PaymentProviderConformance {
    private final SmallBank bank = new SmallBank();

    @Override
    PaymentProvider provider() {
        return bank;
    }

    @Override
    PaymentMethod good() {
        return new PaymentMethod(SmallBank.RICH);
    }

    @Override
    PaymentMethod declined() {
        return new PaymentMethod(SmallBank.POOR);
    }

    @Override
    PaymentMethod asksTheBuyer() {
        return new PaymentMethod(SmallBank.CAREFUL);
    }

    @Override
    PaymentMethod takesItsTime() {
        return new PaymentMethod(SmallBank.SLOW);
    }

    @Override
    PaymentMethod oneCaptureOnly() {
        return new PaymentMethod(SmallBank.WHOLE);
    }

    @Override
    PaymentMethod refundsLate() {
        return new PaymentMethod(SmallBank.LATE);
    }
}
