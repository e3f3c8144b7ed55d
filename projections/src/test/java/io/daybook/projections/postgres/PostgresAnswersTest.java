package io.daybook.projections.postgres;

import static io.daybook.projections.history.OrderFixtures.ADA;
import static io.daybook.projections.history.OrderFixtures.CUP;
import static io.daybook.projections.history.OrderFixtures.ORDER;
import static io.daybook.projections.history.OrderFixtures.POT;
import static io.daybook.projections.history.OrderFixtures.TEA_SET;
import static io.daybook.projections.history.OrderFixtures.allocated;
import static io.daybook.projections.history.OrderFixtures.confirmed;
import static io.daybook.projections.history.OrderFixtures.placed;
import static io.daybook.projections.history.OrderFixtures.returned;
import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.details;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.catalog.Availability;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.inventory.FindStock;
import io.daybook.query.inventory.StockLevel;
import io.daybook.query.inventory.StockLevel.At;
import io.daybook.query.order.FindOrder;
import io.daybook.query.order.FindOrdersOfCustomer;
import io.daybook.query.order.OrderPage;
import io.daybook.query.order.OrderPage.Summary;
import io.daybook.query.order.OrderStatus;
import io.daybook.query.order.Stage;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.Unknown;
import io.daybook.query.reading.ViewLate;
import io.daybook.query.reading.ViewLate.Lag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the views in PostgreSQL answer, from rows that their stores wrote. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresAnswersTest {
    private static PostgresReads views;

    @BeforeAll
    static void open() {
        views = new PostgresReads();
    }

    @AfterAll
    static void close() {
        views.close();
    }

    @BeforeEach
    void clear() {
        views.clear();
        views.itIs(minute(10));
    }

    @Test
    void an_order_is_answered_as_it_stands() {
        views.happened(placed(), allocated(), confirmed());

        Answered<OrderStatus> answered = views.ask(new FindOrder(ORDER, Reading.ANY));

        assertThat(answered.generation()).isEqualTo(1);
        assertThat(answered.body().stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(answered.body().lines().getFirst().from())
                .containsExactly(
                        new OrderStatus.Source("KETTLE-1", "north", 2), new OrderStatus.Source("KETTLE-1", "south", 1));
    }

    @Test
    void an_order_that_nobody_placed_is_unknown_and_so_is_a_return_of_long_ago() {
        assertUnknownOrder();
        views.happened(returned());
        assertUnknownOrder();
    }

    private static void assertUnknownOrder() {
        Unknown unknown = catchThrowableOfType(Unknown.class, () -> views.ask(new FindOrder(ORDER, Reading.ANY)));
        assertThat(unknown.code()).isEqualTo("order.unknown-order");
    }

    @Test
    void a_customers_orders_come_the_latest_first_page_by_page_and_none_twice() {
        // the database tells no nanoseconds apart, so these two are as late as each other
        views.happened(
                placed(new OrderId("o1"), ADA, minute(1)),
                placed(new OrderId("o2"), ADA, minute(3).plusNanos(100)),
                placed(new OrderId("o3"), ADA, minute(3).plusNanos(300)),
                placed(new OrderId("o4"), ADA, minute(2)),
                placed(new OrderId("o5"), new CustomerId("bob"), minute(4)));

        assertThat(pages(ADA, 2)).containsExactly(List.of("o3", "o2"), List.of("o4", "o1"));
        assertThat(pages(ADA, 3)).containsExactly(List.of("o3", "o2", "o4"), List.of("o1"));
        assertThat(pages(new CustomerId("carl"), 2)).containsExactly(List.of());
    }

    @Test
    void an_entry_says_how_far_the_order_is_and_what_it_costs() {
        views.happened(placed(), allocated());

        assertThat(page(ADA, null, 20))
                .isEqualTo(new OrderPage(
                        List.of(new Summary("o1", Stage.ALLOCATED, minute(0), Amount.of(eur(120_00)), 4)), null));
    }

    @Test
    void a_cursor_fits_only_the_customer_it_was_given_for() {
        views.happened(placed(new OrderId("o1"), ADA, minute(1)), placed(new OrderId("o2"), ADA, minute(2)));
        String cursor = page(ADA, null, 1).nextCursor();

        assertThatThrownBy(() -> page(new CustomerId("bob"), cursor, 1)).isInstanceOf(BadQuestion.class);
    }

    @Test
    void stock_is_counted_at_the_moment_of_the_answer() {
        views.happened(
                received(KETTLE, NORTH, 2, 2),
                received(KETTLE, SOUTH, 1, 1),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(0)));

        assertThat(stock(minute(14)))
                .isEqualTo(new StockLevel(
                        "KETTLE-1",
                        3,
                        0,
                        2,
                        1,
                        0,
                        List.of(new At("north", 2, 0, 2, 0, 0, minute(15)), new At("south", 1, 0, 0, 1, 0, null))));
        assertThat(stock(minute(15)))
                .isEqualTo(new StockLevel(
                        "KETTLE-1",
                        3,
                        0,
                        0,
                        3,
                        0,
                        List.of(new At("north", 2, 0, 0, 2, 0, null), new At("south", 1, 0, 0, 1, 0, null))));
    }

    @Test
    void stock_that_no_location_ever_held_is_unknown() {
        Unknown unknown = catchThrowableOfType(Unknown.class, () -> views.ask(new FindStock(KETTLE, Reading.ANY)));

        assertThat(unknown.code()).isEqualTo("inventory.unknown-item");
    }

    @Test
    void a_product_is_unknown_before_it_is_listed_and_after() {
        views.happened(received(KETTLE, NORTH, 1, 1));
        assertUnknownProduct();
        views.happened(listed(KETTLE, "Kettle", 29_99));
        assertThat(availability(KETTLE))
                .isEqualTo(new Availability(true, 1, null, List.of(new Availability.At("north", 1, null))));
        views.happened(new ProductDelisted(KETTLE, "old"));
        assertUnknownProduct();
    }

    private static void assertUnknownProduct() {
        Unknown unknown = catchThrowableOfType(Unknown.class, () -> views.ask(new FindProduct(KETTLE, Reading.ANY)));
        assertThat(unknown.code()).isEqualTo("catalog.unknown-product");
    }

    @Test
    void a_bundle_has_as_many_as_its_parts_make_up_now() {
        views.happened(
                new ProductListed(
                        TEA_SET,
                        details("Tea set", new BundleComponent(POT, 1), new BundleComponent(CUP, 4)),
                        eur(25_00)),
                received(POT, NORTH, 3, 3),
                received(CUP, NORTH, 9, 9),
                reserved(CUP, NORTH, "o1", 2, minute(15), minute(0)));

        assertThat(availability(TEA_SET)).isEqualTo(new Availability(true, 1, null, List.of()));
        views.itIs(minute(15));
        assertThat(availability(TEA_SET)).isEqualTo(new Availability(true, 2, null, List.of()));
    }

    @Test
    void an_answer_waits_for_what_its_asker_did() {
        views.happened(placed(), allocated());
        Reading confirmation = Reading.after(ReadAfter.of("Order", ORDER.aggregateId(), 2));
        CompletableFuture<Stage> status = CompletableFuture.supplyAsync(
                () -> views.ask(new FindOrder(ORDER, confirmation)).body().stage());
        CompletableFuture<Stage> inTransaction = CompletableFuture.supplyAsync(() -> views.inTransaction(
                () -> views.ask(new FindOrder(ORDER, confirmation)).body().stage()));
        CompletableFuture<Stage> inHistory =
                CompletableFuture.supplyAsync(() -> views.ask(new FindOrdersOfCustomer(ADA, null, 20, confirmation))
                        .body()
                        .orders()
                        .getFirst()
                        .stage());

        views.happened(confirmed());

        assertThat(List.of(status.join(), inTransaction.join(), inHistory.join()))
                .containsExactly(Stage.CONFIRMED, Stage.CONFIRMED, Stage.CONFIRMED);
    }

    @Test
    void what_does_not_come_in_time_is_told_unless_an_old_answer_will_do() {
        views.happened(placed());
        ReadAfter later = ReadAfter.of("Order", ORDER.aggregateId(), 7);

        ViewLate late =
                catchThrowableOfType(ViewLate.class, () -> views.ask(new FindOrder(ORDER, Reading.after(later))));
        Answered<OrderStatus> old = views.ask(new FindOrder(ORDER, new Reading(later, true)));

        assertThat(late.view()).isEqualTo("order-status");
        assertThat(late.lag()).containsExactly(new Lag("order:o1", 7, 0));
        assertThat(old.stale()).isTrue();
        assertThat(old.body().stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void marks_of_other_rows_and_other_views_are_not_waited_for() {
        views.happened(placed());
        ReadAfter others = new ReadAfter(List.of(
                new ReadAfter.Mark("Order", "order:o2", 5), new ReadAfter.Mark("InventoryItem", "CUP@north", 5)));

        assertThat(views.ask(new FindOrder(ORDER, Reading.after(others))).stale())
                .isFalse();
    }

    @Test
    void a_mark_that_names_no_item_is_a_bad_question() {
        views.happened(received(KETTLE, NORTH, 1, 1));
        Reading mangled = Reading.after(ReadAfter.of("InventoryItem", "nowhere", 0));

        assertThatThrownBy(() -> views.ask(new FindStock(KETTLE, mangled))).isInstanceOf(BadQuestion.class);
    }

    private static Availability availability(Sku sku) {
        return views.ask(new FindProduct(sku, Reading.ANY)).body().availability();
    }

    private static StockLevel stock(Instant now) {
        views.itIs(now);
        return views.ask(new FindStock(KETTLE, Reading.ANY)).body();
    }

    private static List<List<String>> pages(CustomerId customer, int size) {
        List<List<String>> pages = new ArrayList<>();
        String cursor = null;
        do {
            OrderPage page = page(customer, cursor, size);
            pages.add(page.orders().stream().map(Summary::id).toList());
            cursor = page.nextCursor();
        } while (cursor != null);
        return pages;
    }

    private static OrderPage page(CustomerId customer, @Nullable String cursor, int size) {
        return views.ask(new FindOrdersOfCustomer(customer, cursor, size, Reading.ANY))
                .body();
    }
}
