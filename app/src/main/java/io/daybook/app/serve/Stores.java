package io.daybook.app.serve;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Finds out where the stores are: an address that is configured is used; for those that are not, the development servers are
 * started if they are on the class path, else {@link MissingAddresses} names them. A payment provider is no store: without one
 * nobody can pay, but the program runs; the development servers bring a sandbox along.
 */
public final class Stores implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {
    private static final String PAYMENT_KEY = "daybook.payments.stripe.secret-key";

    private @Nullable LocalServers started;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        Set<StoreAddress> missing = EnumSet.allOf(StoreAddress.class);
        missing.removeIf(store -> environment.containsProperty(store.property()));
        Set<StoreAddress> needed = EnumSet.copyOf(missing);
        Roles roles = Roles.parse(environment.getRequiredProperty("daybook.roles"));
        needed.retainAll(roles.needs());
        missing.removeAll(needed);

        Map<String, Object> addresses = new HashMap<>();
        missing.forEach(store -> addresses.put(store.property(), store.nowhere()));
        if (!needed.isEmpty()) {
            boolean payments = roles.has(Role.COMMAND) && !environment.containsProperty(PAYMENT_KEY);
            addresses.putAll(start(needed, payments, Path.of(environment.getRequiredProperty("daybook.home"))));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("stores", addresses));
    }

    private Map<String, Object> start(Set<StoreAddress> needed, boolean payments, Path home) {
        if (!ClassUtils.isPresent("io.daybook.devservers.DevServers", Stores.class.getClassLoader())) {
            throw new MissingAddresses(needed);
        }
        var local = LocalServers.start(home, needed, payments);
        started = local;
        return local.addresses();
    }

    /** Lets the servers that were started here know where the program is. */
    void serving(String url) {
        if (started != null) {
            started.serving(url);
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
