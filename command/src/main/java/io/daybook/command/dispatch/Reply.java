package io.daybook.command.dispatch;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How a granted wish is answered over HTTP. */
public final class Reply {
    /** Says what a query must have seen to show the outcome. */
    public static final String READ_AFTER = "Read-After";

    /** The header by which callers make a request safe to repeat. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private Reply() {}

    public static ResponseEntity<Done> ok(Done done) {
        return ResponseEntity.ok().header(READ_AFTER, done.readAfter()).body(done);
    }

    /** 201 with the place where it will be shown; 200 if it was there before. */
    public static ResponseEntity<Done> created(Done done, URI location) {
        return done.changed()
                ? ResponseEntity.created(location)
                        .header(READ_AFTER, done.readAfter())
                        .body(done)
                : ok(done);
    }
}
