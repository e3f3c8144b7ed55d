package io.daybook.devservers.payments;

/**
 * What a request is answered with.
 *
 * @param body JSON
 */
record Reply(int status, String body) {

    static Reply ok(Object body) {
        return new Reply(200, Json.of(body));
    }
}
