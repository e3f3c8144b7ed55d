package io.daybook.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.projections.engine.FollowSettings;
import io.daybook.projections.engine.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceOffsetsTest {

    /** A new cluster has no coordinator for some seconds; a build that is done but for this wait must outlast them. */
    @Test
    void nobody_follows_while_kafka_cannot_tell_who() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SourceOffsets offsets = new SourceOffsets(
                        new FollowSettings("127.0.0.1:" + silent.getLocalPort(), "t-", "g-", 1, 500))) {
            assertThat(offsets.followed("any", 1, Set.of(Topic.values()))).isFalse();
        }
    }
}
