package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The payment sandbox on the loopback address, in this process. */
public final class PaymentSandbox implements AutoCloseable {

    /** For how long a request without an answer keeps its connection. */
    private static final long SILENCE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Journal journal;
    private final Accounts accounts;
    private final Webhooks webhooks = new Webhooks();
    private final Desk desk = new Desk(webhooks);
    private final Control control = new Control(webhooks);
    private final CountDownLatch closing = new CountDownLatch(1);

    private PaymentSandbox(HttpServer server, Journal journal, Clock clock) throws IOException {
        this.server = server;
        this.journal = journal;
        this.accounts = new Accounts(journal, clock);
    }

    /**
     * Starts and takes up what an earlier run left.
     *
     * @param port 0 for any free one
     * @param folder for its journal
     */
    public static PaymentSandbox start(int port, Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PaymentSandbox sandbox = new PaymentSandbox(server, new Journal(folder), Clock.systemUTC());
        server.setExecutor(sandbox.threads);
        server.createContext("/", sandbox::serve);
        server.start();
        sandbox.accounts.all().forEach(sandbox.webhooks::resume);
        return sandbox;
    }

    /** Where it is, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, reply(asked(exchange)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpExchange exchange, @Nullable Reply reply) throws IOException, InterruptedException {
        if (reply == null) {
            var _ = closing.await(SILENCE_SECONDS, TimeUnit.SECONDS);
            return;
        }
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", Account.newId("req_"));
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** @return null to say nothing */
    private @Nullable Reply reply(Asked asked) throws InterruptedException {
        try {
            return switch (asked.step(0) + "/" + asked.step(1)) {
                case "sandbox/health" -> new Reply(200, "{}");
                default -> {
                    Account account = accounts.of(asked.authorization());
                    yield switch (asked.step(0)) {
                        case "v1" -> desk.answer(account, asked);
                        case "sandbox" -> control.answer(account, asked);
                        default -> throw asked.unknownPath();
                    };
                }
            };
        } catch (Refusal refused) {
            return refused.reply();
        } catch (NoAnswer silence) {
            return null;
        }
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        URI uri = exchange.getRequestURI();
        return new Asked(
                exchange.getRequestMethod(),
                uri.getPath(),
                Form.parse(body.isEmpty() ? uri.getRawQuery() : body),
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), ""),
                exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** Stops serving; what was acknowledged is in the journal. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        webhooks.close();
        threads.shutdownNow();
        journal.close();
    }
}
