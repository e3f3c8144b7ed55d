package io.daybook.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one home, in order: the first start, faults, the second start. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DevServersTest {

    private static Path home;
    private static DevServers servers;

    @BeforeAll
    static void start() throws IOException {
        home = TestHome.empty("life");
        servers = DevServers.start(DevServersOptions.under(home));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    @Order(1)
    void every_server_gives_back_what_was_written()
            throws SQLException, IOException, InterruptedException, ExecutionException {
        Servers trial = new Servers(servers.addresses());

        trial.write("first");

        assertThat(trial.read()).isEqualTo(Servers.having("first"));
    }

    @Test
    @Order(2)
    void a_fresh_database_is_empty_and_apart() throws SQLException {
        Addresses apart = servers.addresses().withDatabase(Isolation.next());

        assertThat(new Servers(apart).sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    @Order(2)
    void the_servers_are_as_durable_as_in_production() throws SQLException, IOException {
        Servers trial = new Servers(servers.addresses());

        assertThat(trial.sql("SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')"))
                .isEqualTo("on on");
        assertThat(trial.redis("CONFIG GET appendonly")).isEqualTo("*2");
    }

    @Test
    @Order(2)
    void all_together_take_less_than_a_gigabyte() {
        assertThat(servers.pssBytes()).isBetween(100L << 20, 1L << 30);
    }

    @Test
    @Order(3)
    void a_second_owner_of_the_home_is_refused_in_one_line() {
        assertThatThrownBy(() -> DevServers.start(DevServersOptions.under(home)))
                .isInstanceOf(DevServersException.class)
                .hasMessage("another program (pid " + ProcessHandle.current().pid() + ") already runs the servers of "
                        + home);
    }

    @Test
    @Order(4)
    void a_server_that_dies_is_reported_by_name()
            throws InterruptedException, ExecutionException, TimeoutException, SQLException, IOException {
        CompletableFuture<Death> death = new CompletableFuture<>();
        servers.onDeath(death::complete);
        long pid = servers.pid(Kind.REDIS);

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(death.get(10, TimeUnit.SECONDS).describe())
                .startsWith("Redis (pid " + pid + ") ended unexpectedly with 137");
        servers.restart(Kind.REDIS);
        assertThat(new Servers(servers.addresses()).redis("GET daybook_trial")).isEqualTo("first");
    }

    @Test
    @Order(5)
    void servers_that_were_killed_start_again_on_their_port_with_their_data()
            throws SQLException, IOException, InterruptedException {
        for (Kind kind : EnumSet.of(Kind.POSTGRESQL, Kind.KAFKA, Kind.PAYMENTS)) {
            servers.kill(kind);
            servers.restart(kind);
        }

        assertThat(new Servers(servers.addresses()).read()).isEqualTo(Servers.having("first"));
    }

    @Test
    @Order(6)
    void a_second_start_finds_data_and_ports_again() throws SQLException, IOException, InterruptedException {
        Addresses before = servers.addresses();

        servers.close();
        servers = DevServers.start(DevServersOptions.under(home));

        assertThat(servers.addresses()).isEqualTo(before);
        assertThat(new Servers(before).read()).isEqualTo(Servers.having("first"));
    }
}
