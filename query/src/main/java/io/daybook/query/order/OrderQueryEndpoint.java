package io.daybook.query.order;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.query.reading.Asked;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.ReadingParameters;
import io.daybook.query.reading.Replies;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Orders by REST. */
@RestController
class OrderQueryEndpoint {
    private final Queries queries;

    OrderQueryEndpoint(Queries queries) {
        this.queries = queries;
    }

    @ReadingParameters
    @GetMapping("/orders/{id}")
    ResponseEntity<OrderStatus> find(@PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.of(request);
        var question = new FindOrder(Bounds.id("id", id, OrderId::new), asked.reading());
        asked.nothingElse();
        return Replies.of(queries.ask(question));
    }

    @ReadingParameters
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @GetMapping("/customers/{id}/orders")
    ResponseEntity<OrderPage> ofCustomer(@PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.of(request);
        var question = new FindOrdersOfCustomer(
                Bounds.id("id", id, CustomerId::new),
                asked.text("cursor"),
                asked.size(FindOrdersOfCustomer.USUAL_SIZE),
                asked.reading());
        asked.nothingElse();
        return Replies.of(queries.ask(question));
    }
}
