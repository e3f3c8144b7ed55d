package io.daybook.query.catalog;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Asked;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.ReadingParameters;
import io.daybook.query.reading.Replies;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue by REST. */
@RestController
class ProductQueryEndpoint {
    private final Queries queries;

    ProductQueryEndpoint(Queries queries) {
        this.queries = queries;
    }

    @SearchParameters
    @ReadingParameters
    @GetMapping("/products")
    ResponseEntity<ProductPage> search(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        @Nullable String location = asked.text("location");
        @Nullable String sort = asked.text("sort");
        var question = new SearchProducts(
                asked.text("q"),
                asked.texts("department"),
                asked.text("category"),
                asked.texts("brand"),
                asked.startingWith("attr."),
                asked.whole("priceFrom"),
                asked.whole("priceTo"),
                asked.flag("inStock", false),
                location == null ? null : Bounds.id("location", location, LocationId::new),
                sort == null ? Sort.RELEVANCE : Sort.parse(sort),
                asked.text("cursor"),
                asked.size(SearchProducts.USUAL_SIZE),
                asked.flag("facets", true),
                asked.reading());
        asked.nothingElse();
        return Replies.of(queries.ask(question));
    }

    @ReadingParameters
    @GetMapping("/products/{sku}")
    ResponseEntity<ProductCard> find(@PathVariable String sku, HttpServletRequest request) {
        Asked asked = Asked.of(request);
        var question = new FindProduct(Bounds.id("sku", sku, Sku::new), asked.reading());
        asked.nothingElse();
        return Replies.of(queries.ask(question));
    }
}
