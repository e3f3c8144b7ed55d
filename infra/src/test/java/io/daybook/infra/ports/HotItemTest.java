package io.daybook.infra.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.dispatch.Scope;
import io.daybook.command.order.CheckOut;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.OrderLine;
import io.daybook.infra.eventstore.TestLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Many want the same thing at once, on the real log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HotItemTest {
    private static final int CALLERS = 64;
    private static final Sku LAMP = new Sku("LAMP-1");
    private static final Sku VASE = new Sku("VASE-1");
    private static final LocationId BERLIN = new LocationId("berlin");
    private static final String ITEM = "LAMP-1@berlin";
    private static final String BROKEN = "broken";

    private final TestLog log = new TestLog();
    private final TestLog otherLog = log.other();
    private final Node node = new Node(log);
    private final Node otherNode = new Node(otherLog);

    @AfterEach
    void close() {
        node.close();
        otherNode.close();
        otherLog.close();
        log.close();
    }

    private static ReceiveStock receiving(Sku sku, int quantity) {
        return new ReceiveStock(sku, BERLIN, "delivery", quantity, Instant.now());
    }

    private static AdjustStock taking(int units, String reason) {
        return new AdjustStock(LAMP, BERLIN, -units, reason, Instant.now());
    }

    private List<InventoryEvent> story(String item) {
        List<InventoryEvent> events = new ArrayList<>();
        DomainEventStream stream = log.store.readEvents(item);
        long sequence = 0;
        while (stream.hasNext()) {
            var message = stream.next();
            assertThat(message.getSequenceNumber()).isEqualTo(sequence++);
            events.add((InventoryEvent) message.getPayload());
        }
        return events;
    }

    /** What each caller got, in the order of callers: a result or an exception. */
    private static List<Object> atOnce(int callers, java.util.function.IntFunction<Callable<Object>> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> calls = IntStream.range(0, callers)
                    .mapToObj(n -> threads.submit(() -> {
                        try {
                            return call.apply(n).call();
                        } catch (RuntimeException e) {
                            return e;
                        }
                    }))
                    .toList();
            return calls.stream().map(HotItemTest::result).toList();
        }
    }

    private static Object result(Future<Object> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void each_of_many_callers_gets_the_result_of_its_own_wish() {
        node.bus.registerHandlerInterceptor((unit, chain) -> {
            Object outcome = chain.proceed();
            if (unit.getMessage().getPayload() instanceof AdjustStock adjusting
                    && adjusting.reason().equals(BROKEN)) {
                throw new IllegalStateException(BROKEN);
            }
            return outcome;
        });
        node.commands.send(receiving(LAMP, 1_000_000));
        int each = 30;

        List<Object> results = atOnce(
                CALLERS,
                caller -> () -> IntStream.range(0, each)
                        .mapToObj(n -> outcome((caller * each + n) % 10, caller * each + n))
                        .toList());

        List<Object> all = results.stream()
                .flatMap(r -> ((List<?>) r).stream())
                .map(r -> (Object) r)
                .toList();
        List<Granted> granted = all.stream()
                .filter(Granted.class::isInstance)
                .map(Granted.class::cast)
                .sorted(Comparator.comparingLong(Granted::sequence))
                .toList();
        int asked = CALLERS * each;
        assertThat(all.stream().filter(Refused.class::isInstance)).hasSize(asked / 10);
        assertThat(all.stream().filter(IllegalStateException.class::isInstance)).hasSize(asked / 10);
        List<InventoryEvent> story = story(ITEM);
        assertThat(story).hasSize(1 + asked * 8 / 10);
        assertThat(story)
                .noneMatch(e ->
                        e instanceof StockAdjusted adjusted && adjusted.reason().equals(BROKEN));
        assertThat(((StockAdjusted) story.getLast()).onHand()).isEqualTo(1_000_000 - asked * 8 / 10);
        // each was told the place of its own event
        assertThat(granted)
                .containsExactlyElementsOf(IntStream.range(1, story.size())
                        .mapToObj(n -> new Granted(((StockAdjusted) story.get(n)).reason(), n))
                        .toList());
    }

    /** A receipt with the reason that its event must bear, or what the wish ended with. */
    private record Granted(String reason, long sequence) {}

    private Object outcome(int kind, int n) {
        String reason = kind == 1 ? BROKEN : "sold " + n;
        try {
            Receipt receipt = node.commands.send(kind == 0 ? taking(5_000_000, "too much") : taking(1, reason));
            return new Granted(reason, receipt.readAfter().marks().getFirst().sequence());
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void two_processes_sell_what_there_is_and_refuse_only_when_nothing_is_left() {
        int units = 200;
        node.commands.send(receiving(LAMP, units));

        List<Object> results = atOnce(CALLERS, caller -> () -> {
            Node at = caller % 2 == 0 ? node : otherNode;
            List<Object> got = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                try {
                    got.add(at.commands.send(taking(1, "sold")));
                } catch (Refused refused) {
                    // told so, nobody may find a unit afterwards
                    assertThat(((StockAdjusted) story(ITEM).getLast()).onHand()).isZero();
                    got.add(refused);
                }
            }
            return got;
        });

        List<Object> all = results.stream()
                .flatMap(r -> ((List<?>) r).stream())
                .map(r -> (Object) r)
                .toList();
        assertThat(all.stream().filter(Receipt.class::isInstance)).hasSize(units);
        assertThat(all.stream().filter(Refused.class::isInstance)).hasSize(CALLERS * 10 - units);
        assertThat(story(ITEM)).hasSize(1 + units);
    }

    private static CheckOut order(String id, Sku... skus) {
        return order(id, Instant.now(), skus);
    }

    private static CheckOut order(String id, Instant now, Sku... skus) {
        Buyer buyer = new Buyer(
                new CustomerName("Ada"), new Email("a@b.de"), null, new Address("Weg 1", "10115", "Berlin", "DE"));
        List<OrderLine> lines = IntStream.range(0, skus.length)
                .mapToObj(n -> new OrderLine(n + 1, skus[n], 1, new Money(100, "EUR")))
                .toList();
        return new CheckOut(new OrderId(id), new CustomerId("c-" + id), buyer, lines, List.of(), now);
    }

    private void offer(Sku sku, int units) {
        node.commands.send(new ListProduct(
                sku,
                new ProductDetails("t", "", null, List.of("k"), Map.of(), List.of(), List.of(), null, List.of()),
                new Money(100, "EUR")));
        node.commands.send(receiving(sku, units));
    }

    @Test
    void orders_over_two_skus_in_either_order_all_end() {
        offer(LAMP, 200);
        offer(VASE, 200);

        List<Object> results = atOnce(CALLERS, caller -> () -> {
            List<Receipt> got = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                Node at = n == 2 ? otherNode : node;
                String id = caller + "-" + n;
                got.add(at.commands.send(caller % 2 == 0 ? order(id, LAMP, VASE) : order(id, VASE, LAMP)));
                node.commands.send((Command) receiving(caller % 2 == 0 ? LAMP : VASE, 1));
            }
            return got;
        });

        assertThat(results).allMatch(List.class::isInstance);
        assertThat(story(ITEM)).hasSize(1 + CALLERS * 3 + CALLERS * 3 / 2);
        assertThat(story("VASE-1@berlin")).hasSize(1 + CALLERS * 3 + CALLERS * 3 / 2);
    }

    @Test
    void equal_requests_that_wait_together_are_one_order_and_spoil_no_neighbour() {
        offer(LAMP, 200);
        int kinds = 8;
        otherNode.commands.once(scope(0), "body", "id-0", order("id-0", LAMP));

        List<Object> results = atOnce(CALLERS, caller -> () -> {
            int kind = caller % kinds;
            return node.commands.once(scope(kind), "body", "id-" + kind, order(caller + "-" + kind, LAMP));
        });

        for (int kind = 0; kind < kinds; kind++) {
            String id = "id-" + kind;
            List<Object> same = results.stream()
                    .filter(r -> ((Done) r).id().equals(id))
                    .distinct()
                    .toList();
            assertThat(same).hasSize(1);
        }
        assertThat(story(ITEM)).hasSize(1 + kinds);
    }

    /** What was found not to have begun may have, a moment later, by another process. */
    @Test
    void orders_under_one_id_from_two_processes_are_one_order() {
        offer(LAMP, 1_000);
        int ids = 40;
        Instant now = Instant.now();

        List<Object> results = atOnce(CALLERS, caller -> () -> {
            Node at = caller % 2 == 0 ? node : otherNode;
            return IntStream.range(0, ids)
                    .mapToObj(
                            id -> at.commands.send(order("o-" + id, now, LAMP)).changed())
                    .toList();
        });

        List<Boolean> changed = results.stream()
                .flatMap(r -> ((List<?>) r).stream())
                .map(Boolean.class::cast)
                .toList();
        assertThat(changed).hasSize(CALLERS * ids);
        assertThat(changed.stream().filter(c -> c)).hasSize(ids);
        assertThat(story(ITEM)).hasSize(1 + ids);
    }

    /** Those that come to be decided after the one that got it find nothing left: it is theirs. */
    @Test
    void equal_requests_for_the_last_unit_have_one_answer_in_whichever_process() {
        for (int round = 0; round < 20; round++) {
            Sku last = new Sku("LAST-" + round);
            offer(last, 1);
            Scope scope = scope(round);

            List<Object> results = atOnce(CALLERS, caller -> () -> {
                Node at = caller % 2 == 0 ? node : otherNode;
                String id = last + "-" + caller;
                return at.commands.once(scope, "body", id, order(id, last));
            });

            assertThat(results).hasSize(CALLERS).allMatch(Done.class::isInstance);
            assertThat(results.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void an_answer_given_elsewhere_in_the_last_moment_is_only_its_own_callers() {
        offer(LAMP, 200);
        node.bus.registerHandlerInterceptor((unit, chain) -> {
            if (unit.getMessage().getPayload() instanceof CheckOut wish
                    && wish.order().value().equals("late")) {
                Thread.ofVirtual()
                        .start(() -> otherLog.sql()
                                .sql("insert into answer values ('erp', 'order.CheckOut', 'k-99', 'x', '{}', now()) "
                                        + "on conflict do nothing")
                                .update())
                        .join();
            }
            return chain.proceed();
        });

        List<Object> results = atOnce(
                CALLERS,
                caller -> () -> caller == 20
                        ? node.commands.once(scope(99), "body", "late", order("late", LAMP))
                        : node.commands.once(scope(caller), "body", "id-" + caller, order("o-" + caller, LAMP)));

        assertThat(results.get(20)).isInstanceOf(Refused.class);
        assertThat(results.stream().filter(Done.class::isInstance)).hasSize(CALLERS - 1);
        assertThat(story(ITEM)).hasSize(CALLERS);
    }

    private static Scope scope(int kind) {
        return new Scope("erp", "order.CheckOut", "k-" + kind);
    }
}
