package io.daybook.infra.forwarder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores for a segment how far it is in Kafka, however much further it has been read: whoever takes it over begins there. Stored once a
 * second at most, since the mark in Kafka tells exactly; a token only says from where to read the log.
 */
final class LaneTokens implements TokenStore {
    private static final long BETWEEN_NANOS = Duration.ofSeconds(1).toNanos();

    private final TokenStore tokens;
    private final Lanes lanes;
    private final Map<Integer, Stored> stored = new ConcurrentHashMap<>();

    LaneTokens(TokenStore tokens, Lanes lanes) {
        this.tokens = tokens;
        this.lanes = lanes;
    }

    /**
     * @param read how far the segment has been read
     * @param position what the store holds
     */
    private record Stored(GlobalSequenceTrackingToken read, long position, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < BETWEEN_NANOS;
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        Stored before = stored.get(segment);
        Pipeline pipeline = lanes.of(segment);
        if (pipeline == null || !(token instanceof GlobalSequenceTrackingToken read)) {
            // two segments on their way to become one, for example: there is no saying how far the halves are
            if (pipeline != null) {
                pipeline.settle();
            }
            stored.remove(segment);
            tokens.storeToken(token, processor, segment);
        } else if (before == null || !before.isFresh()) {
            store(read, pipeline, before, processor, segment);
        } else {
            stored.put(segment, new Stored(read, before.position(), before.nanos()));
        }
    }

    private void store(
            GlobalSequenceTrackingToken read,
            Pipeline pipeline,
            @Nullable Stored before,
            String processor,
            int segment) {
        long former = before == null ? 0 : before.position();
        long settled = Math.min(read.getGlobalIndex(), pipeline.settled());
        if (settled > former) {
            tokens.storeToken(new GlobalSequenceTrackingToken(settled), processor, segment);
        } else {
            tokens.extendClaim(processor, segment);
        }
        stored.put(segment, new Stored(read, Math.max(former, settled), System.nanoTime()));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        Stored before = stored.get(segment);
        Pipeline pipeline = lanes.of(segment);
        if (pipeline != null && before != null) {
            store(before.read(), pipeline, before, processor, segment);
        } else {
            tokens.extendClaim(processor, segment);
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        stored.remove(segment);
        return tokens.fetchToken(processor, segment);
    }

    @Override
    public TrackingToken fetchToken(String processor, Segment segment) {
        stored.remove(segment.getSegmentId());
        return tokens.fetchToken(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        stored.remove(segment);
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        tokens.initializeTokenSegments(processor, segments);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        tokens.initializeTokenSegments(processor, segments, initial);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        tokens.initializeSegment(token, processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        tokens.deleteToken(processor, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processor) {
        return tokens.fetchSegments(processor);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return tokens.fetchAvailableSegments(processor);
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }
}
