package io.daybook.infra.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail's words.
 *
 * @param subject one line
 * @param html null where plain text says it all
 */
record Letter(String subject, String text, @Nullable String html) {}
