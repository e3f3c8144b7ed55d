package io.daybook.devservers;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The ports of one home, all on the loopback address: one or two per server. */
record Ports(Map<Kind, List<Integer>> byKind) {

    /** Below the range from which the system takes ports for outgoing connections, so nothing takes ours by chance. */
    private static final int FIRST_FREE = 15_000;

    private static final int LAST_FREE = 32_000;

    /** Kafka's second port is its controller's, Elasticsearch's second the one for other nodes. */
    private static final Map<Kind, Integer> NEEDED = new EnumMap<>(
            Map.of(Kind.POSTGRESQL, 1, Kind.KAFKA, 2, Kind.REDIS, 1, Kind.ELASTICSEARCH, 2, Kind.PAYMENTS, 1));

    int of(Kind kind) {
        return all(kind).getFirst();
    }

    int second(Kind kind) {
        return all(kind).getLast();
    }

    private List<Integer> all(Kind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** Neighbouring ports from the base on. */
    static Ports from(int base) {
        Map<Kind, List<Integer>> all = new EnumMap<>(Kind.class);
        int next = base;
        for (var need : NEEDED.entrySet()) {
            all.put(need.getKey(), need.getValue() == 1 ? List.of(next) : List.of(next, next + 1));
            next += need.getValue();
        }
        return new Ports(all);
    }

    /** The ports noted in the file, any of them that is missing or taken by now replaced; the outcome is noted again. */
    static Ports remembered(Path file) throws IOException {
        Properties noted = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                noted.load(in);
            }
        }
        Map<Kind, List<Integer>> all = new EnumMap<>(Kind.class);
        Set<Integer> chosen = new LinkedHashSet<>();
        for (var need : NEEDED.entrySet()) {
            Set<Integer> own = new LinkedHashSet<>();
            for (int i = 0; i < need.getValue(); i++) {
                int port = Integer.parseInt(noted.getProperty(key(need.getKey(), i), "0"));
                while (port == 0 || chosen.contains(port) || !isFree(port)) {
                    port = RandomGenerator.getDefault().nextInt(FIRST_FREE, LAST_FREE);
                }
                chosen.add(port);
                own.add(port);
                noted.setProperty(key(need.getKey(), i), Integer.toString(port));
            }
            all.put(need.getKey(), List.copyOf(own));
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            noted.store(out, null);
        }
        return new Ports(all);
    }

    void requireFree(Set<Kind> kinds) {
        for (Kind kind : kinds) {
            for (int port : all(kind)) {
                if (!isFree(port)) {
                    throw new DevServersException(
                            "port " + port + " for " + kind.label() + " is taken by another program");
                }
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String key(Kind kind, int index) {
        return kind.folder() + "." + index;
    }
}
