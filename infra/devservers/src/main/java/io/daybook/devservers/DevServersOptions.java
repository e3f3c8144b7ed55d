package io.daybook.devservers;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param home folder for data, logs and, unless it lies in a folder named {@code .daybook}, unpacked programs
 * @param kinds at least one
 * @param basePort first of seven neighbouring ports, 1 to 65529; 0 for free ports that are chosen once and remembered
 *     under home
 */
public record DevServersOptions(Path home, Set<Kind> kinds, int basePort) {

    public DevServersOptions {
        home = home.toAbsolutePath().normalize();
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty() || basePort < 0 || basePort > 65_529) {
            throw new IllegalArgumentException("kinds must not be empty and basePort must be 0 to 65529");
        }
    }

    /** All servers on free, remembered ports. */
    public static DevServersOptions under(Path home) {
        return new DevServersOptions(home, EnumSet.allOf(Kind.class), 0);
    }
}
