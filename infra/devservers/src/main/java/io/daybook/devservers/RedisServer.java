package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Redis that keeps what it acknowledged, up to the last second, and refuses writes rather than evict. */
record RedisServer(Site site) implements Server {

    @Override
    public Kind kind() {
        return Kind.REDIS;
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(site.data(kind()));
        List<String> command = List.of(
                site.programs().redis().toString(),
                "--port",
                Integer.toString(site.port(kind())),
                "--bind",
                "127.0.0.1",
                "--dir",
                site.data(kind()).toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory-policy",
                "noeviction",
                "--daemonize",
                "no");
        return Launch.of(site.guarded("TERM", 10, command));
    }

    @Override
    public boolean answers() throws IOException {
        return Probe.redis(site.port(kind()));
    }
}
