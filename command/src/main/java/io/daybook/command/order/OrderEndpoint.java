package io.daybook.command.order;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Reply;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over REST. */
@RestController
@RequestMapping("/orders")
final class OrderEndpoint {
    private final OrderWishes wishes;

    OrderEndpoint(OrderWishes wishes) {
        this.wishes = wishes;
    }

    /** Places an order together with its stock, or refuses and names the lines that are short. */
    @PostMapping
    ResponseEntity<Done> place(@RequestBody OrderRequest body, Asker asker) {
        Done done = wishes.place(body, asker);
        return Reply.created(done, URI.create("/orders/" + done.id()));
    }

    /** Pays a placed order, for the first time or with something else after a decline. */
    @PostMapping("/{id}/payment")
    ResponseEntity<Done> pay(@PathVariable String id, @RequestBody PaymentRequest body, Asker asker) {
        return Reply.ok(wishes.pay(id, body, asker));
    }

    /** A person looked at the order and found no fraud. */
    @PostMapping("/{id}/approval")
    ResponseEntity<Done> approve(@PathVariable String id, @RequestBody ReviewRequest body, Asker asker) {
        return Reply.ok(wishes.approve(id, body, asker));
    }

    /** A person looked at the order and found fraud. */
    @PostMapping("/{id}/refusal")
    ResponseEntity<Done> refuse(@PathVariable String id, @RequestBody ReviewRequest body, Asker asker) {
        return Reply.ok(wishes.refuse(id, body, asker));
    }

    @PostMapping("/{id}/shipments")
    ResponseEntity<Done> ship(
            @PathVariable String id, @RequestBody(required = false) @Nullable ShipmentRequest body, Asker asker) {
        return Reply.ok(wishes.ship(id, body == null ? new ShipmentRequest(null, null) : body, asker));
    }

    @PostMapping("/{id}/delivery")
    ResponseEntity<Done> deliver(@PathVariable String id, Asker asker) {
        return Reply.ok(wishes.deliver(id, asker));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Done> cancel(@PathVariable String id, @RequestBody CancellationRequest body, Asker asker) {
        return Reply.ok(wishes.cancel(id, body, asker));
    }

    /** Cancels units that were not shipped, or all that is left to ship. */
    @PostMapping("/{id}/cancellations")
    ResponseEntity<Done> cancelItems(@PathVariable String id, @RequestBody ItemsCancellationRequest body, Asker asker) {
        return Reply.ok(wishes.cancelItems(id, body, asker));
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Done> takeBack(@PathVariable String id, @RequestBody ReturnRequest body, Asker asker) {
        return Reply.ok(wishes.takeBack(id, body, asker));
    }
}
