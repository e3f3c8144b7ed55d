package io.daybook.app.serve;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Finds out where the stores are: an address that is configured is used; for those that are not, the development servers are
 * started if they are on the class path, else {@link MissingAddresses} names them.
 */
public final class Stores implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {
    private @Nullable LocalServers started;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        Set<StoreAddress> missing = Roles.parse(environment.getRequiredProperty("daybook.roles")).needs().stream()
                .filter(store -> !environment.containsProperty(store.property()))
                .collect(toCollection(() -> EnumSet.noneOf(StoreAddress.class)));
        if (missing.isEmpty()) {
            return;
        }
        if (!ClassUtils.isPresent("io.daybook.devservers.DevServers", Stores.class.getClassLoader())) {
            throw new MissingAddresses(missing);
        }
        var local = LocalServers.start(Path.of(environment.getRequiredProperty("daybook.home")), missing);
        started = local;
        environment.getPropertySources().addFirst(new MapPropertySource("development servers", local.addresses()));
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
