package io.daybook.app.cli;

import io.daybook.app.serve.RunNote;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The admin API of a running server. */
final class Client {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String admin;
    private final String token;

    private Client(String admin, String token) {
        this.admin = admin;
        this.token = token;
    }

    /**
     * @param url of the admin API; null to look for the note of a server that runs here
     * @throws Stop with {@link Exit#NOTHING_RUNNING} if there is none
     */
    static Client of(@Nullable String url, @Nullable String token, Path home) throws IOException {
        Optional<RunNote> note = RunNote.ofRunning(home);
        if (url != null) {
            String known = note.filter(running -> running.admin().equals(url))
                    .map(RunNote::token)
                    .orElse("");
            return new Client(url, token == null ? known : token);
        }
        RunNote running = note.orElseThrow(() -> new Stop(
                Exit.NOTHING_RUNNING,
                "nothing is running here; start it with ./daybook demo or ./daybook serve, or name it with --url"));
        return new Client(running.admin(), token == null ? running.token() : token);
    }

    JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    JsonNode post(String path) throws IOException {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    JsonNode upload(String path, Path file) throws IOException {
        BodyPublisher body;
        try {
            body = BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new Stop(Exit.USAGE, "there is no file " + file);
        }
        return send(
                request(path).header("Content-Type", "application/octet-stream").POST(body));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(admin + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new Stop(Exit.NOTHING_RUNNING, "nothing answers at " + admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.FAILED, "interrupted");
        }
        JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        if (response.statusCode() >= 400) {
            int exit = response.statusCode() < 500 ? Exit.REFUSED : Exit.FAILED;
            throw new Stop(
                    exit,
                    body.path("code").asString("") + ": " + body.path("detail").asString(""));
        }
        return body;
    }
}
