package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** The small JVM that owns the servers of a test run, until nobody who needs them lives any more. */
final class Keeper {

    private Keeper() {}

    /** Argument: the folder of the run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SharedRun run = new SharedRun(Path.of(arguments[0]));
        try (AddressSource source = source(run.folder())) {
            run.write(source.start());
            boolean needed = true;
            while (needed) {
                TimeUnit.MILLISECONDS.sleep(300);
                needed = run.hasOwner() || FileLocks.holding(run.lock(), () -> stillNeededOrGone(run, source));
            }
        } catch (DevServersException line) {
            System.out.println(line.getMessage());
            System.exit(1);
        }
    }

    /** Under the lock nobody can come to need the servers between the last look and their end. */
    private static boolean stillNeededOrGone(SharedRun run, AddressSource source) throws IOException {
        if (run.hasOwner()) {
            return true;
        }
        run.forget();
        source.close();
        return false;
    }

    private static AddressSource source(Path folder) {
        String wanted = System.getProperty("daybook.servers", "");
        if (wanted.isEmpty()) {
            return new OwnProcesses(folder);
        }
        return ServiceLoader.load(AddressSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(source -> source.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DevServersException(
                        "no servers named '" + wanted + "' here: run Maven with -P" + wanted + " too"));
    }
}
