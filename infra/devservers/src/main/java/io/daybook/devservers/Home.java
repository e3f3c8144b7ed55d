package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What lies where under one home folder. */
record Home(Path root) {

    private static final String SHARED_FOLDER = ".daybook";

    Path data(Kind kind) {
        return root.resolve("data").resolve(kind.folder());
    }

    Path log(Kind kind) {
        return root.resolve("logs").resolve(kind.folder() + ".log");
    }

    Path lock() {
        return root.resolve("devservers.lock");
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    Path pids() {
        return root.resolve("pids");
    }

    /** Unpacked programs are large and the same for all homes of one checkout, so those share one folder. */
    Path programs() {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (folder.endsWith(SHARED_FOLDER)) {
                return folder.resolve("programs");
            }
        }
        return root.resolve("programs");
    }

    void create() {
        try {
            Files.createDirectories(root.resolve("data"));
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(programs());
        } catch (IOException refused) {
            throw new DevServersException(root + " cannot be created or written: " + Lines.reason(refused), refused);
        }
        if (!Files.isWritable(root)) {
            throw new DevServersException(root + " cannot be written by this user");
        }
    }

    void deleteData() throws IOException {
        delete(root.resolve("data"));
        Files.createDirectories(root.resolve("data"));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> below = Files.list(tree)) {
            for (Path path : below.toList()) {
                if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
                    delete(path);
                } else {
                    Files.delete(path);
                }
            }
        }
        Files.delete(tree);
    }
}
