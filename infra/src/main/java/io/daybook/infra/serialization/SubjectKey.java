package io.daybook.infra.serialization;

import javax.crypto.SecretKey;

/**
 * The key of one person.
 *
 * @param id names the key in the JSON; says nothing about the person
 */
public record SubjectKey(String id, SecretKey key) {}
