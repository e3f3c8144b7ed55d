package io.daybook.devservers;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs just the servers, for trials by hand: starts all of them under {@code -Ddaybook.home} (default {@code .daybook}),
 * prints where they are, and ends on Ctrl-C or when one of them dies.
 */
public final class DevServersMain {

    private DevServersMain() {}

    /** Argument, optional: the first of seven ports; without it free ports are chosen once and remembered. */
    public static void main(String[] arguments) throws InterruptedException {
        int basePort = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        DevServersOptions all = DevServersOptions.under(Path.of(System.getProperty("daybook.home", ".daybook")));
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger status = new AtomicInteger();
        try (DevServers servers = DevServers.start(new DevServersOptions(all.home(), all.kinds(), basePort))) {
            servers.onDeath(death -> {
                System.out.println(death.describe());
                status.set(1);
                end.countDown();
            });
            print(servers.addresses());
            end.await();
        } catch (DevServersException line) {
            System.out.println(line.getMessage());
            status.set(1);
        }
        System.exit(status.get());
    }

    private static void print(Addresses addresses) {
        System.out.println("PostgreSQL     " + addresses.jdbcUrl() + " (user " + addresses.jdbcUser() + ")");
        System.out.println("Kafka          " + addresses.kafkaBootstrap());
        System.out.println("Redis          " + addresses.redisUri());
        System.out.println("Elasticsearch  " + addresses.elasticsearchUrl());
        System.out.println("Payments       " + addresses.paymentsUrl() + " (any key sk_test_…)");
        System.out.println("READY: Ctrl-C stops them, the data stays");
    }
}
