package io.daybook.app.journey;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the shop answered. */
record Reply(int status, HttpHeaders headers, JsonNode body) {
    static Reply of(HttpResponse<String> response, JsonMapper json) {
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Reply(
                response.statusCode(),
                response.headers(),
                isJson ? json.readTree(response.body()) : MissingNode.getInstance());
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
