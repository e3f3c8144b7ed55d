package io.daybook.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A test run's servers, their keeper, and the build they belong to; a sleeping process stands for the build. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedServersTest {

    private static final long PATIENCE_SECONDS = 30;

    @Test
    void a_killed_keeper_leaves_no_orphan_and_an_ended_build_no_keeper()
            throws IOException, SQLException, InterruptedException, ExecutionException, TimeoutException {
        Path folder = TestHome.empty("shared");
        Process build = new ProcessBuilder("sleep", "600").start();
        try {
            Addresses first = SharedServers.in(folder, build.toHandle());
            new Servers(first).write("kept");
            assertThat(SharedServers.in(folder, build.toHandle())).isEqualTo(first);

            List<ProcessHandle> orphans = killKeeper(folder);
            for (ProcessHandle orphan : orphans) {
                orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }

            Addresses second = SharedServers.in(folder, build.toHandle());
            new Servers(second).write("new");
            assertThat(new Servers(second).read()).isEqualTo(Servers.having("new"));

            ProcessHandle keeper = keeper(folder);
            List<ProcessHandle> children = keeper.children().toList();
            build.destroy();
            keeper.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(children)
                    .hasSizeGreaterThanOrEqualTo(Kind.values().length)
                    .noneMatch(ProcessHandle::isAlive);
        } finally {
            build.destroy();
        }
    }

    /** The servers that the killed keeper leaves behind. */
    private static List<ProcessHandle> killKeeper(Path folder)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle keeper = keeper(folder);
        List<ProcessHandle> servers = keeper.descendants().toList();
        assertThat(servers).hasSizeGreaterThanOrEqualTo(Kind.values().length);
        keeper.destroyForcibly();
        keeper.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return servers;
    }

    private static ProcessHandle keeper(Path folder) throws IOException {
        Properties state = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("shared.properties"))) {
            state.load(in);
        }
        Optional<ProcessHandle> keeper = Pids.find(state.getProperty("keeper"));
        return keeper.orElseThrow();
    }
}
