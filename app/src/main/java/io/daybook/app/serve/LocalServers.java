package io.daybook.app.serve;

import static java.util.stream.Collectors.toCollection;

import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The development servers for those stores that have no address. Loaded only where they are on the class path. */
final class LocalServers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServers.class);

    private final DevServers servers;

    private LocalServers(DevServers servers) {
        this.servers = servers;
    }

    static LocalServers start(Path home, Set<StoreAddress> stores) {
        Set<Kind> kinds = stores.stream()
                .map(store -> Kind.valueOf(store.name()))
                .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
        LOG.info("no address for {}: starting development servers under {}", stores, home);
        DevServers servers = DevServers.start(new DevServersOptions(home, kinds, 0));
        servers.onDeath(death -> LOG.error("{}", death));
        return new LocalServers(servers);
    }

    /** Properties of the stores that run here. */
    Map<String, Object> addresses() {
        Addresses at = servers.addresses();
        var properties = new HashMap<String, Object>();
        if (!at.jdbcUrl().isEmpty()) {
            properties.put("spring.datasource.url", at.jdbcUrl());
            properties.put("spring.datasource.username", at.jdbcUser());
            properties.put("spring.datasource.password", at.jdbcPassword());
        }
        put(properties, "spring.kafka.bootstrap-servers", at.kafkaBootstrap());
        put(properties, "daybook.redis.uri", at.redisUri());
        put(properties, "daybook.elasticsearch.url", at.elasticsearchUrl());
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
