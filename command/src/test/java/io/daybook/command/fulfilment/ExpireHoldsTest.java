package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.kernel.ReservationId;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpireHoldsTest {
    @Test
    void holds_that_have_ended_are_tidied_away_once() {
        SharedLog log = new SharedLog();
        try (WriteSide shop = WriteSide.over(log)) {
            openShop(shop);
            receive(shop, TEAPOT, BERLIN, 1);
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
            int before = log.events().size();
            ExpireHolds early =
                    new ExpireHolds(log::itemsWithHoldsEndedBy, shop.commands, Clock.fixed(NOW, ZoneOffset.UTC));
            ExpireHolds later = new ExpireHolds(
                    log::itemsWithHoldsEndedBy, shop.commands, Clock.fixed(HOLDS_UNTIL, ZoneOffset.UTC));

            early.run();
            assertThat(log.eventsAfter(before)).isEmpty();
            later.run();
            later.run();

            assertThat(log.eventsAfter(before))
                    .containsExactly(new ReservationExpired(
                            TEAPOT,
                            BERLIN,
                            ReservationId.of(order("o-1"), 1),
                            order("o-1"),
                            1,
                            HOLDS_UNTIL,
                            HOLDS_UNTIL));
        }
    }
}
