package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.OTHER_ORDER;
import static io.daybook.domain.inventory.StockFixtures.OTHER_RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpireReservationsTest {
    @Test
    void every_ended_hold_is_tidied_away_the_earliest_first() {
        given(received(5), reservedForOther(1, at(1)), reserved(2, NOON))
                .when(expire(at(20)))
                .then(
                        expired(2, QUARTER_PAST, at(20)),
                        new ReservationExpired(MUG, BERLIN, OTHER_RESERVATION, OTHER_ORDER, 1, at(16), at(20)));
    }

    @Test
    void a_live_hold_and_an_allocation_stay() {
        given(received(5), reserved(2, NOON), confirmed(2, NOON), reservedForOther(1, at(10)))
                .when(expire(at(20)))
                .thenNothing();
    }

    @Test
    void tidying_changes_nothing_about_what_is_free() {
        assertThat(stateAfter(received(5), reserved(2, NOON)).sellable(at(20))).isEqualTo(5);
        assertThat(stateAfter(received(5), reserved(2, NOON), expired(2, QUARTER_PAST, at(20)))
                        .sellable(at(20)))
                .isEqualTo(5);
    }

    @Test
    void tidying_again_changes_nothing() {
        given(received(5), reserved(2, NOON), expired(2, QUARTER_PAST, at(20)))
                .when(expire(at(21)))
                .thenNothing();
    }

    @Test
    void only_a_known_item_is_tidied() {
        given().when(expire(NOON)).thenRefused("inventory.unknown-item", unknownItem());
    }

    private static ExpireReservations expire(Instant now) {
        return new ExpireReservations(MUG, BERLIN, now);
    }
}
