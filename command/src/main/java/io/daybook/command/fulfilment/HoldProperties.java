package io.daybook.command.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long stock is promised to an order that is not confirmed.
 *
 * @param duration of a hold, from the moment the order is placed
 * @param sweepEvery how often ended holds are tidied away; they count for nothing from the moment they end
 */
@ConfigurationProperties("daybook.holds")
public record HoldProperties(
        @DefaultValue("15m") Duration duration,
        @DefaultValue("10s") Duration sweepEvery) {}
