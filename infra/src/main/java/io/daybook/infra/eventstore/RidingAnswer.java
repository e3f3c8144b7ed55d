package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.Scope;

/** The answer to a request with an idempotency key, written in the commit that it answers for. */
public record RidingAnswer(Scope scope, String bodyHash, String body) {}
