package io.daybook.projections.engine;

import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;
import io.daybook.projections.history.RecordedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.RetryListener;

/**
 * Takes batches from Kafka into one generation. Starts each partition at the store's own mark, moves the marks with the rows, and
 * keeps a partition that cannot go on from moving while the others do. Everything but {@link #state()} runs on the consumers' own
 * threads; maps are keyed by partition, which only one of them has at a time. Longer than usual because it is the one place where
 * Kafka's life of a partition (assigned, read, halted, resumed, revoked) is told.
 */
final class Following<R>
        implements BatchConsumerAwareMessageListener<String, byte[]>, ConsumerAwareRebalanceListener, RetryListener {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final View<R> view;
    private final int generation;
    private final int fullBatch;
    private final RecordDecoder decoder;
    private final EventLog log;
    private final BatchFold<R> fold;
    private final Written written;
    private final FollowMeters meters;
    private final Marks marks;
    private final Halts halts = new Halts();
    private final OffsetsForLagTools offsets = new OffsetsForLagTools();
    private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();
    private volatile @Nullable String failure;
    private volatile @Nullable String lost;
    private volatile String logId = "";
    private volatile boolean stranded;

    /**
     * @param fullBatch so many records that more may be waiting
     */
    Following(
            View<R> view,
            int generation,
            int fullBatch,
            RecordDecoder decoder,
            EventLog log,
            Written written,
            FollowMeters meters) {
        this.view = view;
        this.generation = generation;
        this.fullBatch = fullBatch;
        this.decoder = decoder;
        this.log = log;
        this.fold = new BatchFold<>(view, log);
        this.marks = new Marks(view, generation);
        this.written = written;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        long began = System.nanoTime();
        take(records, Objects.requireNonNull(consumer));
        if (records.size() < fullBatch) {
            letGather(began);
        }
    }

    /** What comes within the store's pace is taken in at once; a batch that was full need not wait for the next to fill. */
    private void letGather(long began) {
        long next = began + view.store().pace().toNanos();
        for (long left = next - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> records, Consumer<?, ?> consumer) {
        if (lost != null || stranded || records.isEmpty()) {
            return;
        }
        List<Arrival> arrivals = records.stream().map(this::arrival).toList();
        BatchFold.Outcome outcome;
        try {
            outcome = fold.apply(generation, logId, marks.all(), arrivals);
        } catch (LostMark e) {
            lost(String.valueOf(e.getMessage()));
            return;
        } catch (MarkWentBack e) {
            strandedBy(e);
            return;
        }
        failure = null;
        // a batch that was repeated for a while may hold what has been taken away meanwhile
        Set<TopicPartition> assigned = consumer.assignment();
        outcome.marks().forEach((partition, mark) -> {
            if (assigned.contains(partition)) {
                marks.leave(partition, mark);
            }
        });
        for (TopicPartition partition : outcome.marks().keySet()) {
            BatchFold.Stop stop = outcome.stops().get(partition);
            if (stop == null) {
                halts.over(partition);
            } else {
                LOG.error(
                        "{} generation {} partition stopped, other partitions go on: {}",
                        view.name(),
                        generation,
                        halts.halt(partition, stop, consumer));
            }
        }
        tell(outcome, arrivals);
        offsets.moved(outcome.marks());
        offsets.tell(consumer);
        halts.resumeWhatIsDue(consumer);
        if (marks.isTimeToPass()) {
            whileIdle(consumer);
        } else {
            measure(consumer);
        }
    }

    /** Called after polls that brought nothing, and now and then while busy. */
    void whileIdle(Consumer<?, ?> consumer) {
        if (lost != null || stranded) {
            return;
        }
        try {
            if (isOfFormerLog()) {
                lost("it tells log " + logId + ", which has ended; the log is " + log.logId() + " now");
                return;
            }
            halts.resumeWhatIsDue(consumer);
            offsets.tell(consumer);
            var passed = marks.passWhatHoldsNoRecord(consumer, halts);
            offsets.moved(passed);
            if (marks.check(consumer.assignment()) || !passed.isEmpty()) {
                failure = null;
            }
            measure(consumer);
        } catch (LostMark e) {
            lost(String.valueOf(e.getMessage()));
        } catch (MarkWentBack e) {
            strandedBy(e);
        } catch (RuntimeException e) {
            failing(e);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        halts.forget(new HashSet<>(partitions));
        Set<String> missing;
        try {
            Progress progress = view.store().progress(generation);
            missing = progress.missing(new HashSet<>(partitions));
            partitions.forEach(p -> start(p, progress.marks().get(p), consumer));
        } catch (RuntimeException e) {
            // without the marks there is nowhere to start
            partitions.forEach(p -> consumer.seek(p, 0));
            consumer.pause(partitions);
            strandedBy(e);
            return;
        }
        if (!missing.isEmpty()) {
            consumer.pause(partitions);
            lost("no mark for " + missing);
        }
    }

    private void start(TopicPartition partition, Progress.@Nullable Mark mark, Consumer<?, ?> consumer) {
        if (mark == null) {
            consumer.seek(partition, 0);
        } else {
            consumer.seek(partition, mark.nextOffset());
            marks.leave(partition, mark);
            logId = mark.logId();
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        Set<TopicPartition> gone = new HashSet<>(partitions);
        marks.forget(gone);
        halts.forget(gone);
        offsets.forget(gone);
        behind.keySet().removeAll(gone);
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> first, @Nullable Exception e, int attempt) {
        failing(e);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception e, int attempt) {
        failing(e);
    }

    void failing(@Nullable Exception e) {
        Throwable cause = e != null && e.getCause() != null ? e.getCause() : e;
        if (failure == null) {
            LOG.warn("{} generation {} cannot go on for now: {}", view.name(), generation, cause, e);
        }
        failure = String.valueOf(cause);
    }

    void lost(String reason) {
        LOG.error("{} generation {} is lost: {}", view.name(), generation, reason);
        lost = reason;
    }

    /** The supervisor stops this follower and starts another, which begins at the marks that the store has then. */
    private void strandedBy(RuntimeException e) {
        stranded = true;
        failing(e);
    }

    /** Whether the marks could not be read when partitions were assigned, or have gone back since. */
    boolean stranded() {
        return stranded;
    }

    FollowerState state() {
        List<Halt> standing = halts.all();
        FollowerState.Condition condition = lost != null
                ? FollowerState.Condition.LOST
                : failure != null
                        ? FollowerState.Condition.FAILING
                        : standing.isEmpty()
                                ? FollowerState.Condition.FOLLOWING
                                : FollowerState.Condition.PARTITION_STOPPED;
        long records = behind.values().stream().mapToLong(Long::longValue).sum();
        String what = lost != null ? lost : failure;
        return new FollowerState(view.name(), generation, condition, marks.all().size(), records, standing, what);
    }

    private Arrival arrival(ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        try {
            RecordedEvent event = decoder.decode(message);
            if (!event.logId().equals(logId)) {
                return new Arrival(
                        partition,
                        message.offset(),
                        null,
                        "a record of log " + event.logId() + ", but this generation follows log " + logId
                                + ": rebuild the view");
            }
            return new Arrival(partition, message.offset(), event, null);
        } catch (RuntimeException e) {
            return new Arrival(partition, message.offset(), null, "unreadable: " + e);
        }
    }

    /** What it was told may never have happened in the log there is now, and nothing in Kafka will take it back. */
    private boolean isOfFormerLog() {
        return !logId.isEmpty() && !logId.equals(log.logId()) && !logId.equals(log.confirmedLogId());
    }

    private void tell(BatchFold.Outcome outcome, List<Arrival> arrivals) {
        if (outcome.rowsWritten() > 0) {
            written.ring(view.name());
        }
        arrivals.stream()
                .map(Arrival::event)
                .filter(Objects::nonNull)
                .map(RecordedEvent::recordedAt)
                .max(Instant::compareTo)
                .ifPresent(at -> meters.written(view.name(), outcome.rowsWritten(), at, Instant.now()));
    }

    private void measure(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(lag -> behind.put(partition, lag));
        }
        meters.lag(
                view.name(), behind.values().stream().mapToLong(Long::longValue).sum());
        meters.stopped(view.name(), halts.count());
    }
}
