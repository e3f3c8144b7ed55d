package io.daybook.devservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that only one process of the machine does at a time. */
final class FileLocks {

    private FileLocks() {}

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits for the lock. Not for two threads of one JVM on the same file. */
    static <T> T holding(Path file, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException(file + " cannot be locked");
            }
            return work.run();
        }
    }
}
