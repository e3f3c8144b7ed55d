package io.daybook.query.inventory;

import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Asked;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.ReadingParameters;
import io.daybook.query.reading.Replies;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Stock by REST. */
@RestController
class StockQueryEndpoint {
    private final Queries queries;

    StockQueryEndpoint(Queries queries) {
        this.queries = queries;
    }

    @ReadingParameters
    @GetMapping("/stock/{sku}")
    ResponseEntity<StockLevel> find(@PathVariable String sku, HttpServletRequest request) {
        Asked asked = Asked.of(request);
        var question = new FindStock(Bounds.id("sku", sku, Sku::new), asked.reading());
        asked.nothingElse();
        return Replies.of(queries.ask(question));
    }
}
