package io.daybook.infra.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.domain.kernel.Money;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter on the sandbox. */
class StripePaymentsTest extends PaymentProviderConformance {
    private TestSandbox sandbox;
    private PaymentProvider provider;

    @BeforeEach
    void open(@TempDir Path folder) {
        sandbox = TestSandbox.in(folder);
        provider = sandbox.provider(0);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    PaymentProvider provider() {
        return provider;
    }

    @Override
    PaymentMethod good() {
        return new PaymentMethod("pm_card_visa");
    }

    @Override
    PaymentMethod declined() {
        return new PaymentMethod("pm_card_visa_chargeDeclinedInsufficientFunds");
    }

    @Override
    PaymentMethod asksTheBuyer() {
        return new PaymentMethod("pm_card_authenticationRequired");
    }

    @Override
    PaymentMethod takesItsTime() {
        return new PaymentMethod("pm_sandbox_processing");
    }

    @Override
    PaymentMethod oneCaptureOnly() {
        return new PaymentMethod("pm_sandbox_one_capture");
    }

    @Override
    PaymentMethod refundsLate() {
        return new PaymentMethod("pm_card_pendingRefund");
    }

    /** Stripe counts krónur in hundredths, we do not. */
    @Test
    void a_currency_that_stripe_counts_in_another_way_comes_out_right() {
        Money price = new Money(990, "ISK");

        assertThat(provider.authorise(ORDER, price, good(), PaymentKey.authorise(ORDER, 1)))
                .isInstanceOfSatisfying(
                        Authorisation.Authorised.class,
                        authorised -> assertThat(authorised.amount()).isEqualTo(price));
        assertThat(sandbox.ledger()).isEqualTo("1 payments, 99000 authorised, 99000 held, 0 captured, 0 refunded");
    }
}
