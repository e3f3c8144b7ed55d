package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.app.proof.Program.Shop;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that sends a message is killed when the other side has it, and before that is noted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Arrived(String id, String body) {}

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile Runnable killer = () -> {};

    @Test
    void its_message_arrives_again_under_the_same_id_and_no_other_is_lost(@TempDir Path home) throws IOException {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", this::take);
        receiver.start();
        Map<String, String> settings = Map.of(
                "daybook.roles", "command",
                "daybook.notifications.channels", "webhook",
                "daybook.notifications.at-once", "1",
                "daybook.notifications.lease", "3s",
                "daybook.notifications.look-every", "1s",
                "daybook.notifications.webhook.timeout", "2s",
                "daybook.notifications.webhook.url",
                        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                "daybook.notifications.webhook.secrets", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "db-scheduler.polling-interval", "1s");
        try (Program first = Program.start(home, shop, settings)) {
            killer = first::kill;
            first.storefront().list("lamp");
            first.storefront().receive("lamp", "berlin", 9);
            first.storefront().order("told", "lamp").orThrow();
            answered.countDown();
            eventually(PATIENCE, () -> assertThat(arrived).hasSize(1));

            try (Program second = first.restart(shop)) {
                eventually(PATIENCE, () -> assertThat(arrived).hasSize(3));
                second.storefront().order("next", "lamp").orThrow();
                eventually(PATIENCE, () -> assertThat(arrived).hasSize(5));
            }
        } finally {
            receiver.stop(0);
        }

        Arrived interrupted = arrived.getFirst();
        assertThat(arrived).filteredOn(interrupted::equals).hasSize(2);
        assertThat(arrived).extracting(Arrived::id).doesNotContainNull();
        assertThat(arrived.stream().distinct())
                .extracting(message ->
                        message.body().replaceAll("\\{\"type\":\"([a-z-]+)\".*\"order\":\"([a-z]+)\".*", "$1 $2"))
                .containsExactlyInAnyOrder(
                        "order-confirmed told", "to-pick told", "order-confirmed next", "to-pick next");
    }

    /** The buyer's order is not what is to be killed here. */
    private void awaitAnswer() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        arrived.add(new Arrived(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        if (arrived.size() == 1) {
            awaitAnswer();
            killer.run();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
