package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.payment.SmallBank.CAREFUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A payment waits for its buyer, and nobody carries it on by itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AskAgainTest {
    private static final OrderId ORDER = order("o-1");
    private static final Duration AFTER = Duration.ofSeconds(20);

    private final SharedLog log = new SharedLog();
    private final SmallBank bank = new SmallBank();
    private final MovingClock clock = new MovingClock();
    private final WriteSide shop = WriteSide.withProvider(log, bank, clock, false);
    private final Patience patience = new Patience(AFTER, AFTER);

    @BeforeEach
    void the_buyer_is_at_the_banks_form() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 1);
        shop.commands.send(prepaid("o-1", CAREFUL, line(1, TEAPOT, 1, 2000)));
        bank.authorise(ORDER, euros(2000), new PaymentMethod(CAREFUL), PaymentKey.authorise(ORDER, 1));
        shop.commands.send(new RecordActionRequired(ORDER, 1, "auth-1", NOW));
        patience.waits(ORDER, NOW);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void what_waits_is_looked_at_when_it_is_its_turn() {
        clock.pass(AFTER.minusSeconds(1));
        ask(List.of(ORDER));
        assertThat(bank.looks()).isZero();

        clock.pass(Duration.ofSeconds(1));
        ask(List.of(ORDER));
        assertThat(bank.looks()).isEqualTo(1);
    }

    @Test
    void what_is_due_no_more_is_waited_for_no_more() {
        ask(List.of());

        assertThat(patience.isTurn(ORDER, NOW)).isTrue();
    }

    /** And waits until all that was found was looked at. */
    private void ask(List<OrderId> due) {
        PaymentBook book = shop.bean(PaymentBook.class);
        try (PaymentDesk desk = new PaymentDesk(new Teller(bank, AFTER), patience, book, shop.commands, clock, 1)) {
            new AskAgain((time, after, most) -> after == null ? due : List.of(), desk, patience, AFTER, clock).run();
        }
    }
}
