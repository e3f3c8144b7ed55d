package io.daybook.devservers.kafkamain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Kafka's own main, which formats a new storage in the same JVM first and ends when standard input closes. */
public final class KafkaMain {

    private static final int GRACE_SECONDS = 15;

    private KafkaMain() {}

    /** Arguments: the broker's properties, the file that a formatted storage has, the cluster's id. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("owner-watch").start(KafkaMain::endWithOwner);
        if (!Files.exists(Path.of(arguments[1]))) {
            String[] format = {"format", "--cluster-id", arguments[2], "--config", arguments[0]};
            int refused = kafka.tools.StorageTool.execute(format, System.out);
            if (refused != 0) {
                System.exit(refused);
            }
        }
        kafka.Kafka.main(new String[] {arguments[0]});
    }

    /** Nothing is ever written to us; the end of the input says that the owner has stopped or is gone. */
    private static void endWithOwner() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("owner is gone: " + gone.getMessage());
        }
        Thread.ofPlatform().daemon().name("last-resort").start(KafkaMain::haltLate);
        System.exit(0);
    }

    private static void haltLate() {
        try {
            TimeUnit.SECONDS.sleep(GRACE_SECONDS);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(2);
    }
}
