package io.daybook.app.serve;

import static java.util.stream.Collectors.toCollection;

import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The development servers for those stores that have no address, and with them a payment sandbox for whoever takes commands without a
 * payment provider. Loaded only where they are on the class path.
 */
final class LocalServers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServers.class);

    private static final String SECRET_KEY = "sk_test_daybook";
    private static final String WEBHOOK_SECRET = "whsec_daybook";

    private final DevServers servers;

    private LocalServers(DevServers servers) {
        this.servers = servers;
    }

    static LocalServers start(Path home, Set<StoreAddress> stores, boolean payments) {
        Set<Kind> kinds = stores.stream()
                .map(store -> Kind.valueOf(store.name()))
                .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
        if (payments) {
            kinds.add(Kind.PAYMENTS);
        }
        LOG.info("no address for {}: starting development servers under {}", stores, home);
        DevServers servers = DevServers.start(new DevServersOptions(home, kinds, 0));
        servers.onDeath(death -> LOG.error("{}", death));
        return new LocalServers(servers);
    }

    /** Properties of the stores that run here. */
    Map<String, Object> addresses() {
        Addresses at = servers.addresses();
        var properties = new HashMap<String, Object>();
        if (!at.jdbcUrl().isEmpty()) {
            properties.put("spring.datasource.url", at.jdbcUrl());
            properties.put("spring.datasource.username", at.jdbcUser());
            properties.put("spring.datasource.password", at.jdbcPassword());
        }
        put(properties, "spring.kafka.bootstrap-servers", at.kafkaBootstrap());
        put(properties, "daybook.redis.uri", at.redisUri());
        put(properties, "daybook.elasticsearch.url", at.elasticsearchUrl());
        if (!at.paymentsUrl().isEmpty()) {
            properties.put("daybook.payments.stripe.url", at.paymentsUrl());
            properties.put("daybook.payments.stripe.secret-key", SECRET_KEY);
            properties.put("daybook.payments.stripe.webhook-secret", WEBHOOK_SECRET);
        }
        return properties;
    }

    /** Tells the payment sandbox where its webhooks go. */
    void serving(String url) {
        String sandbox = servers.addresses().paymentsUrl();
        if (sandbox.isEmpty()) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/endpoint"))
                .header("Authorization", "Bearer " + SECRET_KEY)
                .POST(BodyPublishers.ofString("url=" + url + "/webhooks/stripe&secret=" + WEBHOOK_SECRET))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("the payment sandbox cannot be told where its webhooks go", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(Map<String, Object> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
