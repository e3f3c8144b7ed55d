package io.daybook.command.dispatch;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.ReadAfter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalCommandsTest {
    private static final Scope SCOPE = new Scope("erp", "inventory.ReceiveStock", "k-1");

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final WriteSide otherNode = WriteSide.over(log);

    @AfterEach
    void close() {
        shop.close();
        otherNode.close();
    }

    @Test
    void a_wish_that_meets_another_append_is_decided_again() {
        log.loseNext(Commands.MAX_TRIES - 1);

        shop.commands.send(receiving(3));

        assertThat(log.events()).containsExactly(received(3, 3));
    }

    @Test
    void a_wish_that_meets_others_every_time_ends_as_busy_and_appends_nothing() {
        log.loseNext(Commands.MAX_TRIES);

        assertThatThrownBy(() -> shop.commands.send(receiving(3))).isInstanceOf(Busy.class);
        assertThat(log.events()).isEmpty();
    }

    @Test
    void a_state_remembered_from_before_anothers_append_is_not_appended_to() {
        shop.commands.send(receiving(1));
        otherNode.commands.send(receiving(1));
        shop.commands.send(receiving(1));

        assertThat(log.events()).containsExactly(received(1, 1), received(1, 2), received(1, 3));
    }

    @Test
    void a_refusal_by_a_remembered_state_is_decided_again_when_the_log_has_moved_on() {
        shop.commands.send(receiving(1));
        otherNode.commands.send(receiving(4));

        shop.commands.send(new AdjustStock(TEAPOT, BERLIN, -5, "lost", NOW));

        assertThat(log.events()).last().isEqualTo(new StockAdjusted(TEAPOT, BERLIN, -5, "lost", 0, NOW));
    }

    @Test
    void a_key_is_answered_once_and_the_same_answer_is_given_again() {
        Done first = shop.commands.once(SCOPE, List.of(3), "TEAPOT@berlin", receiving(3));
        Done again = otherNode.commands.once(SCOPE, List.of(3), "TEAPOT@berlin", receiving(3));

        assertThat(first)
                .isEqualTo(new Done(
                        "TEAPOT@berlin",
                        true,
                        ReadAfter.of("InventoryItem", "TEAPOT@berlin", 0).token()));
        assertThat(again).isEqualTo(first);
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void a_key_that_comes_back_with_another_body_is_refused() {
        shop.commands.once(SCOPE, List.of(3), "TEAPOT@berlin", receiving(3));

        assertThat(refusal(() -> shop.commands.once(SCOPE, List.of(4), "TEAPOT@berlin", receiving(4)))
                        .refusal())
                .isEqualTo(new KeyReused("k-1"));
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void a_refusal_is_not_kept_under_its_key() {
        Command taking = new AdjustStock(TEAPOT, BERLIN, -1, "lost", NOW);
        shop.commands.send(receiving(1));
        shop.commands.send(taking);
        assertThat(refusal(() -> shop.commands.once(SCOPE, List.of(), "TEAPOT@berlin", taking))
                        .refusal()
                        .code())
                .isEqualTo("inventory.below-zero");
        shop.commands.send(receiving(1));

        assertThat(shop.commands.once(SCOPE, List.of(), "TEAPOT@berlin", taking).changed())
                .isTrue();
    }

    @Test
    void two_senders_of_one_key_at_once_get_one_answer_and_do_it_once() throws Exception {
        int rounds = 10 * Integer.getInteger("daybook.rounds", 2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                Scope scope = new Scope("erp", "inventory.ReceiveStock", "race-" + round);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Done> here = threads.submit(racing(shop, scope, start));
                Future<Done> there = threads.submit(racing(otherNode, scope, start));
                assertThat(here.get()).isEqualTo(there.get());
            }
        }
        assertThat(log.events()).hasSize(rounds);
    }

    private static Callable<Done> racing(WriteSide at, Scope scope, CyclicBarrier start) {
        return () -> {
            start.await();
            return at.commands.once(scope, List.of(1), "TEAPOT@berlin", receiving(1));
        };
    }

    @Test
    void a_wish_inside_a_unit_of_work_is_not_sent() {
        UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("outer"));
        try {
            assertThatThrownBy(() -> shop.commands.send(receiving(1))).isInstanceOf(IllegalStateException.class);
        } finally {
            outer.rollback();
        }
    }

    @Test
    void the_origin_of_a_wish_is_kept_with_its_events() {
        shop.commands.send(receiving(1), Map.of("origin", "import", "other", "forgotten"));

        assertThat(log.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.getMetaData())
                        .containsEntry("origin", "import")
                        .doesNotContainKey("other"));
    }

    @Test
    void an_unchanged_answer_is_kept_too() {
        shop.commands.send(receiving(5));
        Command counting = new CountStock(TEAPOT, BERLIN, "sheet", 5, NOW);
        Done first = shop.commands.once(SCOPE, List.of(5), "TEAPOT@berlin", counting);
        shop.commands.send(receiving(5));

        assertThat(shop.commands.once(SCOPE, List.of(5), "TEAPOT@berlin", counting))
                .isEqualTo(first);
    }

    private static ReceiveStock receiving(int quantity) {
        return new ReceiveStock(TEAPOT, BERLIN, "delivery", quantity, NOW);
    }

    private static StockReceived received(int quantity, int onHand) {
        return new StockReceived(TEAPOT, BERLIN, "delivery", quantity, onHand, NOW);
    }
}
