package io.daybook.command.fraud;

import io.daybook.domain.fraud.FraudRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is taken for suspicious; see {@link FraudRules}. Amounts are minor units of the shop's currency; 0 switches a rule off.
 *
 * @param reviewWithin how long an order waits for a person, at most; its stock is held no longer than any other's
 */
@ConfigurationProperties("daybook.fraud")
public record FraudProperties(
        @DefaultValue("10") int manyOrders,
        @DefaultValue("1h") Duration window,
        @DefaultValue("500000") long largeAmount,
        @DefaultValue("200000") long largeFirstAmount,
        @DefaultValue("100000") long newAddressAmount,
        @DefaultValue("50") int reviewFrom,
        @DefaultValue("100") int refuseFrom,
        @DefaultValue("24h") Duration reviewWithin) {
    FraudRules rules() {
        return new FraudRules(
                manyOrders, window, largeAmount, largeFirstAmount, newAddressAmount, reviewFrom, refuseFrom);
    }
}
