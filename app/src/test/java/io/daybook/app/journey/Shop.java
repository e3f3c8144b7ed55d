package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.DaybookApplication;
import io.daybook.app.serve.RunNote;
import io.daybook.app.serve.Serve;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on the real servers, with database, topics, indices and keys that no other shop shares. */
final class Shop implements AutoCloseable {
    static final String ALL_ROLES = "command,forwarder,projections,query";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Map<String, Object> stores;
    private final Serve program;
    private final RunNote note;
    private final HttpClient http = HttpClient.newHttpClient();

    private Shop(Path home, Map<String, Object> stores, Serve program, RunNote note) {
        this.home = home;
        this.stores = stores;
        this.program = program;
        this.note = note;
    }

    /** A new shop with empty stores. */
    static Shop open(String roles) {
        return open(roles, Map.of());
    }

    /** @param settings what this one has otherwise than {@code application.yml} */
    static Shop open(String roles, Map<String, Object> settings) {
        return open(roles, settings, Map.of());
    }

    /**
     * With all roles.
     *
     * @param ways by which stores are reached otherwise than straight
     */
    static Shop openOver(Map<String, Object> ways, Map<String, Object> settings) {
        return open(ALL_ROLES, settings, ways);
    }

    private static Shop open(String roles, Map<String, Object> settings, Map<String, Object> ways) {
        String name = Isolation.next();
        Addresses at = DevServers.shared().withDatabase(name);
        Map<String, Object> own = new HashMap<>(settings);
        own.putAll(Map.of(
                "spring.datasource.url", at.jdbcUrl(),
                "spring.datasource.username", at.jdbcUser(),
                "spring.datasource.password", at.jdbcPassword(),
                "spring.kafka.bootstrap-servers", at.kafkaBootstrap(),
                "daybook.redis.uri", at.redisUri(),
                "daybook.elasticsearch.url", at.elasticsearchUrl(),
                "daybook.topics.prefix", name + ".",
                "daybook.topics.partitions", "3",
                "daybook.views.prefix", name));
        own.putAll(ways);
        return start(roles, own);
    }

    /** Another node of the same shop. */
    Shop beside(String roles) {
        return start(roles, stores);
    }

    private static Shop start(String roles, Map<String, Object> stores) {
        try {
            Path home = Files.createTempDirectory("shop");
            var properties = new HashMap<>(stores);
            properties.put("daybook.home", home.toString());
            properties.put("daybook.roles", roles);
            properties.put("server.port", "0");
            properties.put("daybook.admin.port", "0");
            properties.putIfAbsent("daybook.payments.stripe.webhook-secret", "whsec_test");
            Serve program = Serve.start(DaybookApplication.class, properties);
            Shop shop = new Shop(home, stores, program, RunNote.ofRunning(home).orElseThrow());
            if (roles.equals(ALL_ROLES)) {
                eventually(shop::everyViewAnswers);
            }
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everyViewAnswers() {
        assertThat(adminGet("/admin/views").body().findValues("generation"))
                .noneMatch(JsonNode::isNull)
                .hasSameSizeAs(adminGet("/admin/views").body().findValues("name"));
    }

    /** A part of the program itself, for what cannot be seen from outside. */
    <T> T inside(Class<T> type) {
        return program.context().getBean(type);
    }

    /** What the names of its views' keys and indices begin with. */
    String viewPrefix() {
        return String.valueOf(stores.get("daybook.views.prefix"));
    }

    /** Where it listens. */
    String url() {
        return note.url();
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply get(String path, String readAfter) {
        return send(request(path).header("Read-After", readAfter).GET());
    }

    Reply put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    /** Under an idempotency key of its own. */
    Reply post(String path, String json) {
        return postOnce(UUID.randomUUID().toString(), path, json);
    }

    /** Under an idempotency key. */
    Reply postOnce(String key, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    Reply send(String method, String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    Reply graphql(String document) {
        return post("/graphql", JSON.writeValueAsString(Map.of("query", document)));
    }

    Reply adminGet(String path) {
        return send(admin(path).GET());
    }

    /** As it is written, for what is no JSON. */
    String adminText(String path) {
        try {
            return http.send(admin(path).GET().build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Reply adminPost(String path) {
        return send(admin(path).POST(BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(note.url() + path));
    }

    HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(note.admin() + path))
                .header("Authorization", "Bearer " + note.token());
    }

    /** Without the admin API's token. */
    HttpRequest.Builder adminUnopened(String path) {
        return HttpRequest.newBuilder(URI.create(note.admin() + path));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return Reply.of(response, JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the text as it is and reads until the other side hangs up. */
    Reply sendRaw(String request) {
        URI at = URI.create(note.url());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Reply.ofRaw(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8), JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        program.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }
}
