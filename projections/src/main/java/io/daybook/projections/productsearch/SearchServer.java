package io.daybook.projections.productsearch;

import io.daybook.projections.engine.RowJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Elasticsearch server as JSON in, JSON out. Failures of every kind come as {@link SearchServerFailed}. */
final class SearchServer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int CONNECTIONS = 40;
    private static final ContentType LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

    private final JsonMapper json = RowJson.mapper();
    private final RestClient client;

    SearchServer(URI url) {
        HttpHost host = new HttpHost(url.getHost(), url.getPort(), url.getScheme());
        this.client = RestClient.builder(host)
                .setRequestConfigCallback(
                        timeouts -> timeouts.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS))
                .setHttpClientConfigCallback(
                        http -> http.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
                .build();
    }

    JsonNode get(String path) {
        return call(new Request("GET", path));
    }

    JsonNode delete(String path) {
        return call(new Request("DELETE", path));
    }

    JsonNode post(String path) {
        return call(new Request("POST", path));
    }

    JsonNode put(String path, Object body) {
        return call(withBody(new Request("PUT", path), json.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    }

    JsonNode post(String path, Object body) {
        return call(withBody(new Request("POST", path), json.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    }

    /** For bulk requests. */
    JsonNode postLines(String path, byte[] lines) {
        return call(withBody(new Request("POST", path), lines, LINES));
    }

    /** Several searches of one index at once; their answers in the same order. */
    List<JsonNode> search(String index, List<Map<String, Object>> searches) {
        var lines = new ByteArrayOutputStream();
        for (Map<String, Object> search : searches) {
            // an answer without entries is remembered until the index changes
            line(lines, Integer.valueOf(0).equals(search.get("size")) ? Map.of("request_cache", true) : Map.of());
            line(lines, search);
        }
        List<JsonNode> replies = new ArrayList<>();
        for (JsonNode reply :
                postLines("/" + index + "/_msearch", lines.toByteArray()).path("responses")) {
            if (reply.has("error")) {
                throw new SearchServerFailed(
                        reply.path("status").asInt(),
                        "a search was refused: " + reply.path("error").toString(),
                        null);
            }
            replies.add(reply);
        }
        return replies;
    }

    private void line(ByteArrayOutputStream lines, Object body) {
        lines.writeBytes(json.writeValueAsBytes(body));
        lines.write('\n');
    }

    private static Request withBody(Request request, byte[] body, ContentType type) {
        request.setEntity(new ByteArrayEntity(body, type));
        return request;
    }

    private JsonNode call(Request request) {
        try {
            Response response = client.performRequest(request);
            try (var body = response.getEntity().getContent()) {
                return json.readTree(body);
            }
        } catch (ResponseException refused) {
            throw new SearchServerFailed(
                    refused.getResponse().getStatusLine().getStatusCode(),
                    String.valueOf(refused.getMessage()),
                    refused);
        } catch (IOException gone) {
            throw new SearchServerFailed(
                    0, request.getMethod() + " " + request.getEndpoint() + " had no answer: " + gone, gone);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
