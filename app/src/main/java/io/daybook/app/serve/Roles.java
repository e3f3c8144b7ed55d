package io.daybook.app.serve;

import static java.util.stream.Collectors.toCollection;

import io.daybook.app.problem.Told;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The roles of this process. */
public record Roles(Set<Role> all) {

    /**
     * @param text names separated by commas
     * @throws IllegalArgumentException if one is unknown or there is none
     */
    public static Roles parse(String text) {
        EnumSet<Role> roles = Arrays.stream(text.split(","))
                .filter(name -> !name.isBlank())
                .map(Role::parse)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("name at least one role: command, forwarder, projections, query");
        }
        return new Roles(roles);
    }

    public boolean has(Role role) {
        return all.contains(role);
    }

    /** @throws Told if this process does not have the role */
    public void require(Role role) {
        if (!has(role)) {
            throw new Told(409, "request.role-not-here", "This process does not have the role " + role + ".");
        }
    }

    /** What the modules know of roles: which of their inputs run. */
    Map<String, Object> runFlags() {
        return Map.of(
                "daybook.run.processes", has(Role.COMMAND),
                "daybook.run.forwarder", has(Role.FORWARDER),
                "daybook.run.projections", has(Role.PROJECTIONS));
    }

    Set<StoreAddress> needs() {
        return all.stream()
                .flatMap(role -> role.needs().stream())
                .collect(toCollection(() -> EnumSet.noneOf(StoreAddress.class)));
    }
}
