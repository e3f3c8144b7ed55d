package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The payment sandbox in a small JVM of its own, so that it can be killed and started apart from who uses it. */
record PaymentsServer(Site site) implements Server {

    @Override
    public Kind kind() {
        return Kind.PAYMENTS;
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(site.data(kind()));
        return Launch.of(List.of(
                Site.java(),
                "-Xmx128m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                site.programs().payments().toString(),
                "io.daybook.devservers.payments.SandboxMain",
                Integer.toString(site.port(kind())),
                site.data(kind()).toString()));
    }

    @Override
    public boolean answers() throws IOException {
        return Probe.payments(site.port(kind()));
    }
}
