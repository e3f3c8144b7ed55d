package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Real servers owned by this process. They stop when it closes them, and also when it ends in any other way: no
 * shutdown hook is needed, so a program may use them until its own very end. What a server acknowledged is found again
 * by the next start under the same home.
 */
public final class DevServers implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

    private final Site site;
    private final Set<Kind> kinds;
    private final HomeLock lock;
    private final Pids pids;
    private final KafkaAotCache aotCache;
    private final Map<Kind, Child> children = new ConcurrentHashMap<>();
    private final List<Consumer<Death>> listeners = new CopyOnWriteArrayList<>();

    private DevServers(Site site, Set<Kind> kinds, HomeLock lock) {
        this.site = site;
        this.kinds = kinds;
        this.lock = lock;
        this.pids = new Pids(site.home().pids());
        this.aotCache = KafkaAotCache.of(site.programs());
    }

    /**
     * Starts the servers in parallel on the data under the home, waits first for those of an earlier run that are still
     * stopping, and blocks until all answer.
     *
     * @throws DevServersException with one line for a person when that cannot be; nothing is left running then
     */
    public static DevServers start(DevServersOptions options) {
        return start(options, false);
    }

    /** As above; {@code fresh} forgets the data of earlier runs. */
    static DevServers start(DevServersOptions options, boolean fresh) {
        Home home = new Home(options.home());
        Preflight.requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
        Preflight.requireJdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
        home.create();
        HomeLock lock = HomeLock.take(home.lock());
        try {
            new Pids(home.pids()).awaitFormer();
            if (fresh) {
                home.deleteData();
            }
            DevServers servers = new DevServers(site(home, options), options.kinds(), lock);
            servers.startAll();
            return servers;
        } catch (IOException refused) {
            lock.close();
            throw new DevServersException("the servers cannot be started: " + Lines.reason(refused), refused);
        } catch (InterruptedException stop) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new DevServersException("the start of the servers was interrupted", stop);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /**
     * One set for the whole test run, started on first use by whichever test JVM comes first, from empty data, and
     * shared by all later ones of the same build. It stops when the build ends; without a build, with this JVM.
     */
    public static Addresses shared() {
        return SharedServers.addresses();
    }

    private static Site site(Home home, DevServersOptions options) throws IOException {
        Preflight.requireSpace(home.root(), Preflight.NEEDED_BYTES);
        Account account = Account.reaching(home.root(), home.programs(), Path.of(System.getProperty("java.home")));
        if (options.kinds().contains(Kind.ELASTICSEARCH)) {
            account.requireWritable(Path.of("/tmp"));
        }
        Ports ports = options.basePort() == 0 ? Ports.remembered(home.ports()) : Ports.from(options.basePort());
        ports.requireFree(options.kinds());
        return new Site(home, new Programs(home.programs(), Artefacts.ofThisBuild()), ports, account);
    }

    private void startAll() throws InterruptedException {
        Map<Kind, Future<?>> starts = new EnumMap<>(Kind.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Kind kind : kinds) {
                starts.put(kind, threads.submit(() -> start(kind)));
            }
            for (Future<?> start : starts.values()) {
                start.get();
            }
        } catch (ExecutionException failed) {
            stopAll();
            throw failed.getCause() instanceof DevServersException line
                    ? line
                    : new DevServersException("the servers cannot be started: " + failed.getCause(), failed);
        }
        pids.note(children.values());
        if (kinds.contains(Kind.KAFKA)) {
            aotCache.trainInBackground(site.account());
        }
    }

    private void start(Kind kind) {
        Server server = server(kind);
        try {
            Launch launch = server.prepare();
            Child child = Child.start(kind, launch, site.data(kind), site.home().log(kind));
            children.put(kind, child);
            pids.note(children.values());
            child.awaitReady(server, START_LIMIT);
            child.onUnexpectedEnd(death -> listeners.forEach(listener -> listener.accept(death)));
        } catch (IOException refused) {
            throw new DevServersException(kind.label() + " cannot be started: " + Lines.reason(refused), refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DevServersException("the start of " + kind.label() + " was interrupted", stop);
        }
    }

    private Server server(Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresServer(site);
            case KAFKA -> KafkaServer.at(site);
            case REDIS -> new RedisServer(site);
            case ELASTICSEARCH -> new ElasticsearchServer(site);
            case PAYMENTS -> new PaymentsServer(site);
        };
    }

    /** Where they are. */
    public Addresses addresses() {
        return new Addresses(
                address(Kind.POSTGRESQL, "jdbc:postgresql://127.0.0.1:", "/daybook"),
                "daybook",
                "daybook",
                address(Kind.KAFKA, "127.0.0.1:", ""),
                address(Kind.REDIS, "redis://127.0.0.1:", ""),
                address(Kind.ELASTICSEARCH, "http://127.0.0.1:", ""),
                address(Kind.PAYMENTS, "http://127.0.0.1:", ""));
    }

    private String address(Kind kind, String before, String after) {
        return kinds.contains(kind) ? before + site.port(kind) + after : "";
    }

    /** Calls the listener, on a thread of its own, when a server ends that nobody told to; it is not started again. */
    public void onDeath(Consumer<Death> listener) {
        listeners.add(listener);
    }

    /** SIGKILL for the server and its descendants; returns when they are gone. Listeners are not called. */
    public void kill(Kind kind) {
        child(kind).kill();
    }

    /** Stops the server if it runs and starts it again on the same port and data. */
    public void restart(Kind kind) {
        Child former = child(kind);
        former.tellToStop();
        former.awaitEnd(STOP_LIMIT);
        site.ports().requireFree(EnumSet.of(kind));
        start(kind);
        pids.note(children.values());
    }

    /** The server's own process. */
    public long pid(Kind kind) {
        return child(kind).pid();
    }

    /** Proportional set size in bytes, the sum over all servers and their descendants. */
    public long pssBytes() {
        return children.values().stream().mapToLong(Child::pssBytes).sum();
    }

    private Child child(Kind kind) {
        Child child = children.get(kind);
        if (child == null) {
            throw new IllegalArgumentException(kind.label() + " was not asked for");
        }
        return child;
    }

    /** Stops all of them in order and gives the home free. */
    @Override
    public void close() {
        aotCache.close();
        stopAll();
        lock.close();
    }

    private void stopAll() {
        children.values().forEach(Child::tellToStop);
        children.values().forEach(child -> child.awaitEnd(STOP_LIMIT));
    }
}
