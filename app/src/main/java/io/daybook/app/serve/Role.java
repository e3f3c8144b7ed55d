package io.daybook.app.serve;

import static io.daybook.app.serve.StoreAddress.ELASTICSEARCH;
import static io.daybook.app.serve.StoreAddress.KAFKA;
import static io.daybook.app.serve.StoreAddress.POSTGRESQL;
import static io.daybook.app.serve.StoreAddress.REDIS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A share of the work. A role switches inputs on; every process holds every bean that answers. */
public enum Role {
    /** Takes commands; runs processes, sweeper and imports. */
    COMMAND(EnumSet.of(POSTGRESQL)),
    /** Carries events from the log to Kafka. */
    FORWARDER(EnumSet.of(POSTGRESQL, KAFKA)),
    /** Folds events into the views and rebuilds them. */
    PROJECTIONS(EnumSet.of(POSTGRESQL, KAFKA, REDIS, ELASTICSEARCH)),
    /** Answers queries. */
    QUERY(EnumSet.of(POSTGRESQL, REDIS, ELASTICSEARCH));

    @SuppressWarnings("ImmutableEnumChecker") // the set is a copy that cannot be changed
    private final Set<StoreAddress> needs;

    Role(Set<StoreAddress> needs) {
        this.needs = Set.copyOf(needs);
    }

    /** The stores that a process of this role cannot do without. */
    public Set<StoreAddress> needs() {
        return needs;
    }

    /** @throws IllegalArgumentException that lists the roles there are */
    static Role parse(String name) {
        for (Role role : values()) {
            if (role.toString().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "unknown role '" + name.strip() + "'; the roles are command, forwarder, projections, query");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
