package io.daybook.command.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long stock is promised to an order that is not confirmed.
 *
 * @param duration of a hold, from the moment the order is placed
 * @param extendBefore how long before its end a hold is made longer whose payment is pending; several times {@code sweepEvery}
 * @param extension by how much, once; zero for never
 * @param sweepEvery how often ended holds are tidied away; they count for nothing from the moment they end
 */
@ConfigurationProperties("daybook.holds")
public record HoldProperties(
        @DefaultValue("15m") Duration duration,
        @DefaultValue("2m") Duration extendBefore,
        @DefaultValue("15m") Duration extension,
        @DefaultValue("10s") Duration sweepEvery) {}
