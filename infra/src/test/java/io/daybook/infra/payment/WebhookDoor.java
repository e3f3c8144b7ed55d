package io.daybook.infra.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.payment.PaymentNotice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The webhook endpoint at a port of its own, and a listener that remembers. */
final class WebhookDoor implements AutoCloseable {
    private final List<PaymentNotice> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final MockMvc endpoint;
    private final HttpServer server;

    WebhookDoor(StripeProperties properties) throws IOException {
        var notices = new StripeNotices(TestSandbox.line(properties));
        endpoint = MockMvcBuilders.standaloneSetup(new StripeWebhookEndpoint(properties, notices, () -> this::take))
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    private void take(PaymentNotice notice) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the listener fails");
        }
        taken.add(notice);
    }

    /** The next notices are not taken. */
    void failNext(int times) {
        failures.set(times);
    }

    List<PaymentNotice> taken() {
        return taken;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/stripe");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer = new byte[0];
            int status;
            var request = MockMvcRequestBuilders.post("/webhooks/stripe")
                    .contentType("application/json")
                    .content(body);
            String signature = exchange.getRequestHeaders().getFirst(StripeWebhookEndpoint.SIGNATURE);
            try {
                status = endpoint.perform(
                                signature == null
                                        ? request
                                        : request.header(StripeWebhookEndpoint.SIGNATURE, signature))
                        .andReturn()
                        .getResponse()
                        .getStatus();
            } catch (Exception thrown) {
                Throwable cause = requireNonNullElse(thrown.getCause(), thrown);
                status = cause instanceof BadField ? 400 : 500;
                answer = String.valueOf(cause.getMessage()).getBytes(UTF_8);
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
