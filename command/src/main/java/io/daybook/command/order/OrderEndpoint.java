package io.daybook.command.order;

import static io.daybook.command.dispatch.Reply.IDEMPOTENCY_KEY;

import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Reply;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
    ResponseEntity<Done> place(
            @RequestBody OrderRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Done done = wishes.place(body, who, key);
        return Reply.created(done, URI.create("/orders/" + done.id()));
    }

    /** Pays a placed order, for the first time or with something else after a decline. */
    @PostMapping("/{id}/payment")
    ResponseEntity<Done> pay(
            @PathVariable String id,
            @RequestBody PaymentRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.pay(id, body, who, key));
    }

    /** A person looked at the order and found no fraud. */
    @PostMapping("/{id}/approval")
    ResponseEntity<Done> approve(
            @PathVariable String id,
            @RequestBody ReviewRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.approve(id, body, who, key));
    }

    /** A person looked at the order and found fraud. */
    @PostMapping("/{id}/refusal")
    ResponseEntity<Done> refuse(
            @PathVariable String id,
            @RequestBody ReviewRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.refuse(id, body, who, key));
    }

    @PostMapping("/{id}/shipments")
    ResponseEntity<Done> ship(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ShipmentRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.ship(id, body == null ? new ShipmentRequest(null, null) : body, who, key));
    }

    @PostMapping("/{id}/delivery")
    ResponseEntity<Done> deliver(
            @PathVariable String id,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.deliver(id, who, key));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Done> cancel(
            @PathVariable String id,
            @RequestBody CancellationRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.cancel(id, body, who, key));
    }

    /** Cancels units that were not shipped, or all that is left to ship. */
    @PostMapping("/{id}/cancellations")
    ResponseEntity<Done> cancelItems(
            @PathVariable String id,
            @RequestBody ItemsCancellationRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.cancelItems(id, body, who, key));
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Done> takeBack(
            @PathVariable String id,
            @RequestBody ReturnRequest body,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.takeBack(id, body, who, key));
    }
}
