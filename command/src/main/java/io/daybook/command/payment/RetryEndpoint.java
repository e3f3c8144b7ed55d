package io.daybook.command.payment;

import static io.daybook.command.dispatch.Reply.IDEMPOTENCY_KEY;

import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Reply;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
    ResponseEntity<Done> capture(
            @PathVariable String id,
            @PathVariable String capture,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.capture(id, capture, who, key));
    }

    /** Has a refund that failed asked again, by the return or cancellation that it is for. */
    @PostMapping("/refunds/{refund}/retries")
    ResponseEntity<Done> refund(
            @PathVariable String id,
            @PathVariable String refund,
            @Nullable Principal who,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Reply.ok(wishes.refund(id, refund, who, key));
    }
}
