package io.daybook.domain.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.fraud.Assessment.Advice;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FraudRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Address HOME = new Address("Weg 1", "10115", "Berlin", "DE");
    private static final Address AWAY = new Address("Rue 2", "75001", "Paris", "FR");
    private static final FraudRules RULES = new FraudRules(5, Duration.ofHours(1), 5000, 2000, 1000, 50, 100);

    @Test
    void an_ordinary_order_is_clear() {
        assertThat(assess(19_99)).isEqualTo(new Assessment(0, Advice.CLEAR, List.of()));
        assertThat(assess(49_99, before(90, HOME))).isEqualTo(new Assessment(0, Advice.CLEAR, List.of()));
    }

    @Test
    void the_fifth_order_within_the_hour_is_one_of_many() {
        assertThat(assess(100, before(3, 59))).isEqualTo(new Assessment(0, Advice.CLEAR, List.of()));
        assertThat(assess(100, before(4, 59)))
                .isEqualTo(new Assessment(60, Advice.REVIEW, List.of("fraud.many-orders")));
        assertThat(assess(100, before(4, 60))).isEqualTo(new Assessment(0, Advice.CLEAR, List.of()));
    }

    @Test
    void a_large_first_order_is_worse_than_a_large_one() {
        assertThat(assess(20_00)).isEqualTo(new Assessment(30, Advice.CLEAR, List.of("fraud.large-first-order")));
        assertThat(assess(50_00))
                .isEqualTo(new Assessment(60, Advice.REVIEW, List.of("fraud.large-amount", "fraud.large-first-order")));
        assertThat(assess(50_00, before(90, HOME)))
                .isEqualTo(new Assessment(30, Advice.CLEAR, List.of("fraud.large-amount")));
    }

    @Test
    void an_address_that_nothing_was_sent_to_matters_when_there_are_others_and_it_is_about_money() {
        assertThat(assess(10_00, before(90, AWAY)))
                .isEqualTo(new Assessment(30, Advice.CLEAR, List.of("fraud.new-address")));
        assertThat(assess(9_99, before(90, AWAY)).score()).isZero();
        assertThat(assess(10_00, before(90, AWAY), before(99, HOME)).score()).isZero();
        assertThat(assess(10_00, before(90, Address.ERASED), before(99, null)).score())
                .isZero();
    }

    @Test
    void everything_together_is_refused_and_is_never_worse_than_a_hundred() {
        EarlierOrder[] many =
                IntStream.range(0, 4).mapToObj(i -> before(9, AWAY)).toArray(EarlierOrder[]::new);

        assertThat(assess(50_00, many))
                .isEqualTo(new Assessment(
                        100, Advice.REFUSE, List.of("fraud.many-orders", "fraud.large-amount", "fraud.new-address")));
    }

    @Test
    void a_rule_without_a_bound_is_off() {
        FraudRules off = new FraudRules(0, Duration.ofHours(1), 0, 0, 0, 50, 100);

        assertThat(off.assess(order(1_000_000_00), List.of(before(3, 1))).score())
                .isZero();
    }

    private static Assessment assess(long cents, EarlierOrder... earlier) {
        return RULES.assess(order(cents), List.of(earlier));
    }

    private static OrderPlaced order(long cents) {
        Buyer ada = new Buyer(new CustomerName("Ada"), new Email("ada@example.org"), null, HOME);
        return new OrderPlaced(
                new OrderId("o"), new CustomerId("ada"), ada, List.of(), List.of(), new Money(cents, "EUR"), NOON);
    }

    private static EarlierOrder[] before(int orders, long minutes) {
        return Stream.generate(() -> before(minutes, HOME)).limit(orders).toArray(EarlierOrder[]::new);
    }

    private static EarlierOrder before(long minutes, @Nullable Address deliveredTo) {
        return new EarlierOrder(new OrderId("e"), NOON.minus(Duration.ofMinutes(minutes)), deliveredTo);
    }
}
