package io.daybook.projections.orderstatus;

import io.daybook.projections.postgres.Found;
import io.daybook.projections.postgres.RowReader;
import io.daybook.query.order.FindOrder;
import io.daybook.query.order.OrderStatus;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Unknown;
import org.axonframework.queryhandling.QueryHandler;

/** How an order stands. */
final class OrderStatusAnswers {
    private final RowReader<OrderRow> rows;

    OrderStatusAnswers(RowReader<OrderRow> rows) {
        this.rows = rows;
    }

    /**
     * @throws Unknown {@code order.unknown-order} if no order was ever placed under the id
     */
    @QueryHandler
    Answered<OrderStatus> answer(FindOrder question) {
        Found<OrderRow> found = rows.find(question.order().aggregateId(), question.reading());
        OrderRow row = found.value();
        OrderCourse course = row == null ? null : row.course();
        if (row == null || course == null) {
            throw Unknown.order(question.order().value());
        }
        return found.answer(Statuses.of(row, course));
    }
}
