package io.daybook.command.dispatch;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Whose wish it is, and by what a repeat of it is known. Endpoints take it as a parameter: {@link AskerByHttp} and
 * {@link AskerByGraphQl} read it from the request.
 *
 * @param who null while callers have no names
 * @param key the caller's idempotency key, as it was sent; null if none was
 */
public record Asker(@Nullable Principal who, @Nullable String key) {}
