package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.kernel.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The words that stories about stock are told in: mugs in Berlin, held for fifteen minutes. */
final class StockFixtures {
    static final Sku MUG = new Sku("MUG-1");
    static final LocationId BERLIN = new LocationId("BER");
    static final ItemId ITEM = new ItemId(MUG, BERLIN);
    static final OrderId ORDER = new OrderId("O-1");
    static final OrderId OTHER_ORDER = new OrderId("O-2");
    static final ReservationId RESERVATION = ReservationId.of(ORDER, 1);
    static final ReservationId OTHER_RESERVATION = ReservationId.of(OTHER_ORDER, 1);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant QUARTER_PAST = at(15);

    private StockFixtures() {}

    static Story<InventoryCommand, InventoryItem, InventoryEvent> given(InventoryEvent... past) {
        return new Story<InventoryCommand, InventoryItem, InventoryEvent>(
                        InventoryItem.initial(), InventoryItem::evolve, InventoryDecider::decide)
                .given(List.of(past));
    }

    static InventoryItem stateAfter(InventoryEvent... past) {
        return given(past).state();
    }

    /** Minutes past noon. */
    static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    static ReserveStock reserve(int quantity, Instant now) {
        return new ReserveStock(MUG, BERLIN, RESERVATION, ORDER, quantity, now.plus(Duration.ofMinutes(15)), now);
    }

    static ReserveStock reserveForOther(int quantity, Instant now) {
        return new ReserveStock(
                MUG, BERLIN, OTHER_RESERVATION, OTHER_ORDER, quantity, now.plus(Duration.ofMinutes(15)), now);
    }

    static ExtendReservation extend(int quantity, Instant until, Instant now) {
        return new ExtendReservation(MUG, BERLIN, RESERVATION, ORDER, quantity, until, now);
    }

    static ConfirmReservation confirm(int quantity, Instant now) {
        return new ConfirmReservation(MUG, BERLIN, RESERVATION, ORDER, quantity, now);
    }

    static InventoryEvent received(int quantity, int onHand, Instant at) {
        return new StockReceived(MUG, BERLIN, "note 7", quantity, onHand, at);
    }

    /** The usual beginning: mugs arrived at noon. */
    static InventoryEvent received(int quantity) {
        return received(quantity, quantity, NOON);
    }

    static InventoryEvent adjusted(int delta, int onHand, Instant at) {
        return new StockAdjusted(MUG, BERLIN, delta, "broken", onHand, at);
    }

    static InventoryEvent counted(int delta, int onHand, Instant at) {
        return new StockCounted(MUG, BERLIN, "night", delta, onHand, at);
    }

    static InventoryEvent reserved(int quantity, Instant at) {
        return new InventoryReserved(MUG, BERLIN, RESERVATION, ORDER, quantity, at.plus(Duration.ofMinutes(15)), at);
    }

    static InventoryEvent reservedForOther(int quantity, Instant at) {
        return new InventoryReserved(
                MUG, BERLIN, OTHER_RESERVATION, OTHER_ORDER, quantity, at.plus(Duration.ofMinutes(15)), at);
    }

    static InventoryEvent extended(int quantity, Instant until, Instant at) {
        return new ReservationExtended(MUG, BERLIN, RESERVATION, ORDER, quantity, until, at);
    }

    /** Nothing else is allocated. */
    static InventoryEvent confirmed(int quantity, Instant at) {
        return new ReservationConfirmed(MUG, BERLIN, RESERVATION, ORDER, quantity, quantity, at);
    }

    /** Nothing else is allocated. */
    static InventoryEvent released(int quantity, Instant at) {
        return new ReservationReleased(MUG, BERLIN, RESERVATION, ORDER, quantity, 0, "cancelled", at);
    }

    static InventoryEvent expired(int quantity, Instant ended, Instant at) {
        return new ReservationExpired(MUG, BERLIN, RESERVATION, ORDER, quantity, ended, at);
    }

    static InventoryEvent shipped(int quantity, int onHand, int allocated, Instant at) {
        return new StockShipped(MUG, BERLIN, RESERVATION, ORDER, quantity, onHand, allocated, at);
    }

    static InventoryEvent returned(String returnId, int quantity, int onHand, Instant at) {
        return new StockReturned(MUG, BERLIN, ORDER, returnId, quantity, onHand, at);
    }

    static InventoryEvent fellShort(int missing, Instant at) {
        return new ItemFellShort(MUG, BERLIN, missing, at);
    }

    static InventoryEvent shortageClosed(Instant at) {
        return new ShortageClosed(MUG, BERLIN, at);
    }

    static InventoryRefusal unknownItem() {
        return new InventoryRefusal.UnknownItem(ITEM);
    }

    static InventoryRefusal badQuantity(int value) {
        return new InventoryRefusal.BadQuantity(ITEM, "quantity", value, "1 to 1000000000");
    }

    static InventoryRefusal notEnough(int wanted, int available) {
        return new InventoryRefusal.NotEnoughStock(ITEM, wanted, available);
    }
}
