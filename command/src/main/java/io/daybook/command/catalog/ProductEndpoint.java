package io.daybook.command.catalog;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.command.dispatch.Reply;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    ResponseEntity<Done> list(@PathVariable String sku, @RequestBody ListProductRequest body, Asker asker) {
        Done done = wishes.list(sku, body, asker);
        return Reply.created(done, URI.create("/products/" + done.id()));
    }

    /** Describes it anew; fields that are left out stay. */
    @PatchMapping
    ResponseEntity<Done> describe(@PathVariable String sku, @RequestBody ProductRequest body, Asker asker) {
        return Reply.ok(wishes.describe(sku, body, asker));
    }

    @PutMapping("/price")
    ResponseEntity<Done> price(@PathVariable String sku, @RequestBody MoneyRequest body, Asker asker) {
        return Reply.ok(wishes.price(sku, body, asker));
    }

    @DeleteMapping
    ResponseEntity<Done> delist(
            @PathVariable String sku, @RequestParam(defaultValue = "delisted") String reason, Asker asker) {
        return Reply.ok(wishes.delist(sku, reason, asker));
    }
}
