package io.daybook.query.reading;

import org.springframework.http.ResponseEntity;

/** Answers as HTTP says them: {@code Generation} names the view's, {@code Preference-Applied: stale-ok} marks an old answer. */
public final class Replies {
    private Replies() {}

    public static <T> ResponseEntity<T> of(Answered<T> answered) {
        var reply = ResponseEntity.ok().header("Generation", String.valueOf(answered.generation()));
        if (answered.stale()) {
            reply.header("Preference-Applied", "stale-ok");
        }
        return reply.body(answered.body());
    }
}
