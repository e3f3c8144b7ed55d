package io.daybook.devservers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the machine is said in one line before anything starts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreflightTest {

    @Test
    void a_taken_port_is_named_with_its_server() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var options = new DevServersOptions(TestHome.empty("taken"), EnumSet.of(Kind.POSTGRESQL), port);

            assertThatThrownBy(() -> DevServers.start(options))
                    .isInstanceOf(DevServersException.class)
                    .hasMessage("port " + port + " for PostgreSQL is taken by another program");
        }
    }

    @Test
    void a_nearly_full_disk_is_named_with_its_folder(@TempDir Path folder) {
        assertThatThrownBy(() -> Preflight.requireSpace(folder, Long.MAX_VALUE))
                .isInstanceOf(DevServersException.class)
                .hasMessageStartingWith("the disk of " + folder + " is nearly full: ");
    }

    @Test
    void a_missing_jdk_is_named_with_what_is_there_instead(@TempDir Path folder) {
        assertThatThrownBy(() -> Preflight.requireJdk(folder, 17))
                .hasMessage("Kafka and Elasticsearch need a JDK 25, but " + folder
                        + " is Java 17: set JAVA_HOME to a JDK 25");
        assertThatThrownBy(() -> Preflight.requireJdk(folder, 25))
                .hasMessage(
                        "Kafka and Elasticsearch need a JDK 25, but " + folder + " is none: set JAVA_HOME to a JDK 25");
    }

    @Test
    void another_platform_is_sent_to_docker() {
        assertThatThrownBy(() -> Preflight.requirePlatform("Mac OS X", "aarch64"))
                .hasMessage("the servers are built for Linux on amd64, not for Mac OS X on aarch64:"
                        + " start them with docker compose and give their addresses");
    }
}
