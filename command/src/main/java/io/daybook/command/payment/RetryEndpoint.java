package io.daybook.command.payment;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Captures and refunds that failed, over REST. */
@RestController
@RequestMapping("/orders/{id}")
final class RetryEndpoint {
    private final RetryWishes wishes;

    RetryEndpoint(RetryWishes wishes) {
        this.wishes = wishes;
    }

    /** Has a capture that failed asked again, by the shipment or cancellation that it is for. */
    @PostMapping("/captures/{capture}/retries")
    ResponseEntity<Done> capture(@PathVariable String id, @PathVariable String capture, Asker asker) {
        return Reply.ok(wishes.capture(id, capture, asker));
    }

    /** Has a refund that failed asked again, by the return or cancellation that it is for. */
    @PostMapping("/refunds/{refund}/retries")
    ResponseEntity<Done> refund(@PathVariable String id, @PathVariable String refund, Asker asker) {
        return Reply.ok(wishes.refund(id, refund, asker));
    }
}
