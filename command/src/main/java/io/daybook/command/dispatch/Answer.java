package io.daybook.command.dispatch;

/**
 * What was answered under a key.
 *
 * @param bodyHash hash of the body that was answered, hexadecimal
 * @param json the answer as it left
 */
public record Answer(String bodyHash, String json) {}
