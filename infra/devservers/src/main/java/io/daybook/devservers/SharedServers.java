package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Finds the servers of this test run or has a {@link Keeper} start them. */
final class SharedServers {

    private static @Nullable Addresses found;

    private SharedServers() {}

    static synchronized Addresses addresses() {
        Addresses addresses = found;
        if (addresses == null) {
            addresses = in(Path.of(System.getProperty("daybook.home", ".daybook"), "test"), Owner.ofThisRun());
            found = addresses;
        }
        return addresses;
    }

    /** The servers of the run in that folder, which live as long as any of its owners. */
    static Addresses in(Path folder, ProcessHandle owner) {
        SharedRun run = new SharedRun(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(run.folder());
            return FileLocks.holding(run.lock(), () -> {
                run.addOwner(owner);
                Optional<Addresses> living = run.read();
                return living.isPresent() ? living.get() : awaitKeeper(run, startKeeper(run));
            });
        } catch (IOException refused) {
            throw new DevServersException("the test servers cannot be had: " + Lines.reason(refused), refused);
        }
    }

    private static Process startKeeper(SharedRun run) throws IOException {
        return new ProcessBuilder(List.of(
                        Site.java(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Ddaybook.servers=" + System.getProperty("daybook.servers", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeper.class.getName(),
                        run.folder().toString()))
                .redirectErrorStream(true)
                .redirectOutput(run.log().toFile())
                .start();
    }

    private static Addresses awaitKeeper(SharedRun run, Process keeper) throws IOException {
        while (true) {
            Optional<Addresses> ready = run.read();
            if (ready.isPresent()) {
                return ready.get();
            }
            if (!keeper.isAlive()) {
                throw new DevServersException(Lines.last(run.log()));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
