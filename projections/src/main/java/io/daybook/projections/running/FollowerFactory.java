package io.daybook.projections.running;

import io.daybook.projections.engine.FollowMeters;
import io.daybook.projections.engine.FollowSettings;
import io.daybook.projections.engine.Follower;
import io.daybook.projections.engine.View;
import io.daybook.projections.engine.Written;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;

/** Everything a follower needs beside its view. */
public record FollowerFactory(
        FollowSettings settings, RecordDecoder decoder, EventLog log, Written written, FollowMeters meters) {
    Follower<?> follower(View<?> view, int generation) {
        return new Follower<>(view, generation, settings, decoder, log, written, meters);
    }
}
