package io.daybook.devservers.payments;

import java.net.URI;
import java.util.Map;

/**
 * Where an account's webhooks go.
 *
 * @param secret that they are signed with
 * @param apiVersion that they are written in
 */
record Endpoint(URI url, String secret, String apiVersion) {

    private static final String NEWEST = "2026-07-29.dahlia";

    Form row() {
        return new Form(Map.of("url", url.toString(), "secret", secret, "api_version", apiVersion));
    }

    static Endpoint of(Form form) {
        try {
            return new Endpoint(
                    URI.create(form.required("url")), form.required("secret"), form.text("api_version", NEWEST));
        } catch (IllegalArgumentException odd) {
            throw Refusal.invalid(null, "url", "Not a URL: " + odd.getMessage());
        }
    }
}
