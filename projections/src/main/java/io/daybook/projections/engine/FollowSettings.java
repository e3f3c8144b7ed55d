package io.daybook.projections.engine;

/**
 * How views follow Kafka.
 *
 * @param topicsPrefix of the topics' names
 * @param groupPrefix of consumer groups, so that installations can share a broker
 * @param concurrency consumers per generation and node, at least 1
 * @param batch records taken in at once, at most
 */
public record FollowSettings(
        String bootstrapServers, String topicsPrefix, String groupPrefix, int concurrency, int batch) {
    public static final int USUAL_BATCH = 1000;

    /** One per generation: a new generation starts with no history in Kafka's eyes. */
    public String groupId(String view, int generation) {
        return groupPrefix + "view-" + view + "-" + generation;
    }
}
