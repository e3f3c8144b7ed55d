package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty homes for tests inside the checkout's own folder, so that unpacked programs are shared. */
final class TestHome {

    private TestHome() {}

    static Path empty(String name) throws IOException {
        Path home = Path.of(System.getProperty("daybook.home", ".daybook"), "devservers-test", name)
                .toAbsolutePath();
        Home.delete(home);
        return Files.createDirectories(home);
    }
}
