package io.daybook.bench.harness;

import io.daybook.devservers.Addresses;

/** Who takes part in a benchmark. Implementations are public and have a public constructor without arguments, so that a JVM can be started for one of them. */
public interface Subjects {
    /**
     * @param name as it stands in the figures
     * @param servers with an empty database for this subject alone
     */
    Subject open(String name, Addresses servers) throws Exception;
}
