package io.daybook.devservers.payments;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event on its way to the account's endpoint.
 *
 * @param payload the JSON that is signed and sent, the same each time
 */
record Notice(String id, String payload) {

    static Notice of(String id, String type, long created, String apiVersion, String key, Map<String, Object> object) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", null);
        request.put("idempotency_key", key.isEmpty() ? null : key);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("object", "event");
        event.put("api_version", apiVersion);
        event.put("created", created);
        event.put("data", Map.of("object", object));
        event.put("livemode", false);
        event.put("pending_webhooks", 1);
        event.put("request", request);
        event.put("type", type);
        return new Notice(id, Json.of(event));
    }

    Form row() {
        return new Form(Map.of("id", id, "payload", payload));
    }

    static Notice of(Form row) {
        return new Notice(row.required("id"), row.required("payload"));
    }
}
