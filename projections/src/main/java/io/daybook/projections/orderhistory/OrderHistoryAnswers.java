package io.daybook.projections.orderhistory;

import io.daybook.projections.postgres.Found;
import io.daybook.projections.postgres.RowReader;
import io.daybook.query.order.FindOrdersOfCustomer;
import io.daybook.query.order.OrderPage;
import io.daybook.query.order.OrderPage.Summary;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Cursor;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;

/** Which orders a customer has, page by page. An entry never moves, so no page repeats or skips one. */
final class OrderHistoryAnswers {
    private final RowReader<PastOrder> reader;
    private final OrderHistoryRows rows;

    OrderHistoryAnswers(RowReader<PastOrder> reader, OrderHistoryRows rows) {
        this.reader = reader;
        this.rows = rows;
    }

    /**
     * @throws io.daybook.query.reading.BadQuestion {@code query.bad-cursor} if the cursor is no answer to this question
     */
    @QueryHandler
    Answered<OrderPage> answer(FindOrdersOfCustomer question) {
        // the caller's own orders first: the page is read after them, so it has what they have
        Found<PastOrder> seen = reader.marked(question.reading());
        List<StoredOrder> found = reader.reachable(() -> read(seen.generation(), question));
        boolean more = found.size() > question.size();
        List<StoredOrder> page = more ? found.subList(0, question.size()) : found;
        return seen.answer(new OrderPage(
                page.stream().map(stored -> summary(stored.entry())).toList(),
                more ? cursor(page.getLast(), question) : null));
    }

    /** One more than the page holds, which tells whether there is a next one. */
    private List<StoredOrder> read(int generation, FindOrdersOfCustomer question) {
        String customer = question.customer().value();
        Limit limit = Limit.of(question.size() + 1);
        @Nullable String cursor = question.cursor();
        if (cursor == null) {
            return rows.latest(generation, customer, limit);
        }
        List<String> at = Cursor.open(cursor, selection(question), 2).at();
        return rows.latestBefore(generation, customer, Instant.parse(at.getFirst()), at.getLast(), limit);
    }

    private static String cursor(StoredOrder last, FindOrdersOfCustomer question) {
        return new Cursor(List.of(last.placedAt().toString(), last.id().rowKey())).sealedFor(selection(question));
    }

    private static String selection(FindOrdersOfCustomer question) {
        return "orders of " + question.selection();
    }

    private static Summary summary(PastOrder entry) {
        return new Summary(
                entry.order().value(),
                entry.stage(),
                entry.placedAt(),
                Amount.of(entry.total()),
                Math.toIntExact(entry.units()));
    }
}
