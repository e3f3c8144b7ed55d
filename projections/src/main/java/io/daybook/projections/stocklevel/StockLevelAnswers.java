package io.daybook.projections.stocklevel;

import io.daybook.projections.joined.Shelves;
import io.daybook.projections.postgres.Found;
import io.daybook.projections.postgres.RowReader;
import io.daybook.query.inventory.FindStock;
import io.daybook.query.inventory.StockLevel;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Unknown;
import java.time.Clock;
import org.axonframework.queryhandling.QueryHandler;

/** How much of a SKU is where, now. */
final class StockLevelAnswers {
    private final RowReader<Shelves> rows;
    private final Clock clock;

    StockLevelAnswers(RowReader<Shelves> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @throws Unknown {@code inventory.unknown-item} if no location ever held the SKU
     */
    @QueryHandler
    Answered<StockLevel> answer(FindStock question) {
        String sku = question.sku().value();
        Found<Shelves> found = rows.find(sku, question.reading());
        Shelves shelves = found.value();
        if (shelves == null) {
            throw Unknown.item(sku);
        }
        return found.answer(Levels.of(sku, shelves, clock.instant()));
    }
}
