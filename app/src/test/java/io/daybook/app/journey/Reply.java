package io.daybook.app.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the shop answered. */
record Reply(int status, HttpHeaders headers, JsonNode body) {
    static Reply of(HttpResponse<String> response, JsonMapper json) {
        return of(response.statusCode(), response.headers(), response.body(), json);
    }

    /**
     * @param response as it came by the wire, its body in one piece
     */
    static Reply ofRaw(String response, JsonMapper json) {
        int end = response.indexOf("\r\n\r\n");
        List<String> head = response.substring(0, end).lines().toList();
        Map<String, List<String>> headers = head.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(groupingBy(header -> header[0], mapping(header -> header[1], toList())));
        return of(
                Integer.parseInt(head.getFirst(), "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10),
                HttpHeaders.of(headers, (name, value) -> true),
                response.substring(end).strip(),
                json);
    }

    private static Reply of(int status, HttpHeaders headers, String body, JsonMapper json) {
        boolean isJson = headers.firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Reply(status, headers, isJson ? json.readTree(body) : MissingNode.getInstance());
    }

    /** The text at a JSON pointer, empty if there is none. */
    String text(String pointer) {
        return body.at(pointer).asString("");
    }

    String readAfter() {
        return text("/readAfter");
    }

    String code() {
        return text("/code");
    }
}
