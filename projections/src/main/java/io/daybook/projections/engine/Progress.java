package io.daybook.projections.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a generation has followed its partitions. Every record below a mark is in the rows, durably.
 *
 * @param marks by partition; partitions that are not named are unknown
 */
public record Progress(Map<TopicPartition, Mark> marks) {
    /**
     * @param nextOffset the first that is not yet in the rows
     * @param logId incarnation of the log the records came from
     */
    public record Mark(long nextOffset, String logId) {}

    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        marks = Map.copyOf(marks);
    }

    /** Those of the partitions that have no mark, as text for people; empty if all have one. */
    public Set<String> missing(Set<TopicPartition> partitions) {
        Set<String> missing = new TreeSet<>();
        partitions.stream().filter(p -> !marks.containsKey(p)).forEach(p -> missing.add(p.toString()));
        return missing;
    }
}
