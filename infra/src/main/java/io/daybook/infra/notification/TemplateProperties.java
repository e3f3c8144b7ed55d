package io.daybook.infra.notification;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.notifications.templates}.
 *
 * @param shop what the shop is called
 * @param locale how amounts are written
 * @param orderUrl where a customer sees their order, with {@code {order}} for its id; none if not set
 * @param folder whose files take the place of the built-in templates of the same names; none if not set
 */
@ConfigurationProperties("daybook.notifications.templates")
record TemplateProperties(
        @DefaultValue("Our shop") String shop,
        @DefaultValue("en-GB") Locale locale,
        @Nullable String orderUrl,
        @Nullable Path folder) {

    /** Null if none was given. */
    @Nullable
    String urlOf(String order) {
        return orderUrl == null || orderUrl.isBlank() ? null : orderUrl.replace("{order}", order);
    }

    /** Null if none was given. */
    @Override
    public @Nullable Path folder() {
        return folder == null || folder.toString().isBlank() ? null : folder;
    }
}
