package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.ORDER;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.released;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.shipped;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReleaseReservationTest {
    @Test
    void a_hold_is_given_back() {
        given(received(5), reserved(3, NOON)).when(release(at(1))).then(released(3, at(1)));
        assertThat(stateAfter(received(5), reserved(3, NOON), released(3, at(1)))
                        .sellable(at(1)))
                .isEqualTo(5);
    }

    @Test
    void of_an_allocation_what_was_not_shipped_is_given_back() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON), shipped(1, 4, 2, NOON))
                .when(release(at(1)))
                .then(released(2, at(1)));
        InventoryItem item = stateAfter(
                received(5), reserved(3, NOON), confirmed(3, NOON), shipped(1, 4, 2, NOON), released(2, at(1)));
        assertThat(item.sellable(at(1))).isEqualTo(4);
        assertThat(item.allocated()).isZero();
    }

    @Test
    void of_an_allocation_some_units_may_be_given_back_and_the_others_stay() {
        InventoryEvent one = new ReservationReleased(MUG, BERLIN, RESERVATION, ORDER, 1, 2, "cancelled", at(1));
        given(received(5), reserved(3, NOON), confirmed(3, NOON))
                .when(release(1, at(1)))
                .then(one);
        InventoryItem item = stateAfter(received(5), reserved(3, NOON), confirmed(3, NOON), one);
        assertThat(item.sellable(at(1))).isEqualTo(3);
        assertThat(item.allocated()).isEqualTo(2);
        given(received(5), reserved(3, NOON), confirmed(3, NOON), one)
                .when(release(3, at(2)))
                .then(released(2, at(2)));
    }

    @Test
    void no_units_cannot_be_given_back() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON))
                .when(release(0, at(1)))
                .thenRefused("inventory.bad-quantity", badQuantity(0));
    }

    @Test
    void an_ended_hold_is_tidied_away() {
        given(received(5), reserved(3, NOON)).when(release(at(20))).then(expired(3, QUARTER_PAST, at(20)));
    }

    @Test
    void what_is_not_promised_needs_no_release() {
        given(received(5)).when(release(at(1))).thenNothing();
        given(received(5), reserved(3, NOON), released(3, at(1)))
                .when(release(at(2)))
                .thenNothing();
    }

    @Test
    void only_a_known_item_is_released() {
        given().when(release(NOON)).thenRefused("inventory.unknown-item", unknownItem());
    }

    private static ReleaseReservation release(int quantity, Instant now) {
        return new ReleaseReservation(MUG, BERLIN, RESERVATION, quantity, "cancelled", now);
    }

    private static ReleaseReservation release(Instant now) {
        return new ReleaseReservation(MUG, BERLIN, RESERVATION, "cancelled", now);
    }
}
