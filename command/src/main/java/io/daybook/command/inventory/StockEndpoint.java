package io.daybook.command.inventory;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stock over REST. */
@RestController
@RequestMapping("/inventory/{sku}/{location}")
final class StockEndpoint {
    private final StockWishes wishes;

    StockEndpoint(StockWishes wishes) {
        this.wishes = wishes;
    }

    @PostMapping("/receipts")
    ResponseEntity<Done> receive(
            @PathVariable String sku, @PathVariable String location, @RequestBody ReceiptRequest body, Asker asker) {
        return Reply.ok(wishes.send(wishes.receiving(StockWishes.item(sku, location), body), body, asker));
    }

    @PostMapping("/adjustments")
    ResponseEntity<Done> adjust(
            @PathVariable String sku, @PathVariable String location, @RequestBody AdjustmentRequest body, Asker asker) {
        return Reply.ok(wishes.send(wishes.adjusting(StockWishes.item(sku, location), body), body, asker));
    }

    @PostMapping("/counts")
    ResponseEntity<Done> count(
            @PathVariable String sku, @PathVariable String location, @RequestBody CountRequest body, Asker asker) {
        return Reply.ok(wishes.send(wishes.counting(StockWishes.item(sku, location), body), body, asker));
    }
}
