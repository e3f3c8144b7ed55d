package io.daybook.command.catalog;

import static io.daybook.command.dispatch.Reply.IDEMPOTENCY_KEY;

import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.command.dispatch.Reply;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products over REST. */
@RestController
@RequestMapping("/products/{sku}")
final class ProductEndpoint {
    private final ProductWishes wishes;

    ProductEndpoint(ProductWishes wishes) {
        this.wishes = wishes;
    }

    /** Puts a product on offer. */
    @PutMapping
    ResponseEntity<Done> list(
            @PathVariable String sku,
            @RequestBody ListProductRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Done done = wishes.list(sku, body, who, key);
        return Reply.created(done, URI.create("/products/" + done.id()));
    }

    /** Describes it anew; fields that are left out stay. */
    @PatchMapping
    ResponseEntity<Done> describe(
            @PathVariable String sku,
            @RequestBody ProductRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.describe(sku, body, who, key));
    }

    @PutMapping("/price")
    ResponseEntity<Done> price(
            @PathVariable String sku,
            @RequestBody MoneyRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.price(sku, body, who, key));
    }

    @DeleteMapping
    ResponseEntity<Done> delist(
            @PathVariable String sku,
            @RequestParam(defaultValue = "delisted") String reason,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.delist(sku, reason, who, key));
    }
}
