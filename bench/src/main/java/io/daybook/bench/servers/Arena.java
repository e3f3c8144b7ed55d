package io.daybook.bench.servers;

import io.daybook.bench.children.Child;
import io.daybook.bench.harness.Figure;
import io.daybook.bench.harness.Goal;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Pace;
import io.daybook.bench.harness.Report;
import io.daybook.bench.harness.Scenario;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One run of a benchmark: starts servers on empty data, takes subjects in, lets them play, and says what it saw. Nothing of it is
 * left running or lying about but the logs of the subjects.
 */
public final class Arena implements AutoCloseable {
    private final Path home;
    private final DevServers servers;
    private final Set<Kind> kinds;
    private final Options options;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Report report = new Report();
    private final List<String> verdicts = new ArrayList<>();

    private Arena(Path home, DevServers servers, Set<Kind> kinds, Options options) {
        this.home = home;
        this.servers = servers;
        this.kinds = kinds;
        this.options = options;
    }

    /** Starts the servers of these kinds on empty data under {@code bench/<name>} of Daybook's home. */
    public static Arena open(String name, Options options, Set<Kind> kinds) throws IOException {
        Path home = Path.of(System.getProperty("daybook.home", ".daybook"), "bench", name)
                .toAbsolutePath()
                .normalize();
        Files.createDirectories(home.resolve("subjects"));
        Folders.delete(home.resolve("data"));
        Arena arena = new Arena(home, DevServers.start(new DevServersOptions(home, kinds, 0)), kinds, options);
        if (kinds.contains(Kind.POSTGRESQL)) {
            System.out.println(Settings.of(arena.servers.addresses()));
        }
        return arena;
    }

    /** Where the servers are; their database is nobody's in particular. */
    public Addresses addresses() {
        return servers.addresses();
    }

    /** Starts a JVM for each of them, each with an empty database of its own, and waits until all are there. */
    public void enter(Class<? extends Subjects> subjects, List<String> names) throws IOException {
        List<Child> starting = new ArrayList<>();
        for (String name : options.among(names)) {
            Addresses own = addresses().withDatabase("subject_" + name.replace('-', '_'));
            Child child = Child.start(subjects, name, own, log(name));
            this.subjects.put(name, child);
            starting.add(child);
        }
        for (Child child : starting) {
            child.awaitReady();
        }
    }

    /** Takes in one that is there already, and closes it in the end. */
    public void enter(String name, Subject subject) {
        subjects.put(name, subject);
    }

    /** Sends all subjects home, so that those of another kind have the machine for themselves. */
    public void leave() {
        subjects.values().forEach(Subject::close);
        subjects.clear();
    }

    /** The servers' processes, by kind in small letters. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        kinds.forEach(kind -> pids.put(kind.name().toLowerCase(Locale.ROOT), servers.pid(kind)));
        return pids;
    }

    /** A folder for a subject's own files; it stays. */
    public Path folder(String subject) {
        return home.resolve("subjects").resolve(subject);
    }

    private Path log(String subject) {
        return home.resolve("subjects").resolve(subject + ".log");
    }

    /** Lets each of them play for a while before anything counts: compilers and connection pools take their time. */
    public void warmUp(String scenario, List<String> names, long millis) throws Exception {
        for (String name : options.among(names)) {
            subject(name).play(new Turn(scenario, millis));
        }
    }

    /** Plays a scenario, if it is wanted, and prints its figures. */
    public void play(String scenario, List<String> names, Pace pace, List<Goal> goals) throws Exception {
        if (!options.wants(scenario)) {
            return;
        }
        Map<String, Subject> playing = new LinkedHashMap<>();
        options.among(names).forEach(name -> playing.put(name, subject(name)));
        Outcome outcome = new Outcome(scenario, new Scenario(scenario, playing).play(pace));
        List<Figure> figures = outcome.figures(options.among(names));
        report.addAll(figures);
        Report.header(System.out);
        figures.forEach(figure -> Report.row(System.out, figure));
        System.out.println();
        goals.stream()
                .filter(goal -> goal.scenario().equals(scenario))
                .map(goal -> goal.judge(outcome))
                .forEach(verdicts::add);
    }

    private Subject subject(String name) {
        Subject subject = subjects.get(name);
        if (subject == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return subject;
    }

    /** Says which goals were met, and writes the figures where they were asked for. */
    public void finish() {
        if (!verdicts.isEmpty()) {
            System.out.println("goals");
            verdicts.forEach(System.out::println);
        }
        report.write(options.json());
    }

    @Override
    public void close() throws IOException {
        leave();
        servers.close();
        Folders.delete(home.resolve("data"));
    }
}
