package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sandbox as a process of its own. */
final class SandboxProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    SandboxProcess(Path folder) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxMain.class.getName(),
                        "0",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(UTF_8);
        String line = Objects.requireNonNull(out.readLine());
        url = URI.create(line.substring(line.indexOf("http")));
    }

    /** Status and body. */
    String send(String method, String path, String form, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer sk_test_1")
                .method(method, HttpRequest.BodyPublishers.ofString(form));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as its owner does. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        kill();
        http.close();
    }
}
