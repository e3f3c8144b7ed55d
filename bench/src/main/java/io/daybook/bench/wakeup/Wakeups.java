package io.daybook.bench.wakeup;

import io.daybook.bench.books.Books;
import io.daybook.bench.children.Child;
import io.daybook.bench.harness.Metronome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.ledger.LedgerCommand.Open;
import io.daybook.devservers.Addresses;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that appends at a steady rate while it, or another process of it, watches. */
final class Wakeups implements Subject {
    private final String name;
    private final Addresses servers;
    private final Books books;
    private final Watcher here;
    private @Nullable Child elsewhere;

    Wakeups(String name, Addresses servers, Books books) {
        this.name = name;
        this.servers = servers;
        this.books = books;
        here = new Watcher(books);
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        WakeupScenario scenario = WakeupScenario.named(turn.scenario());
        if (!scenario.isElsewhere()) {
            here.start();
            greet();
            here.awaitGreeting();
            return here.finish(append(scenario, turn.millis()));
        }
        Child other = elsewhere();
        other.play(Elsewhere.START);
        greet();
        other.play(Elsewhere.AWAIT_GREETING);
        return other.play(Elsewhere.finish(append(scenario, turn.millis())));
    }

    private void greet() {
        books.send(new Open(Watcher.HELLO + UUID.randomUUID(), 1));
    }

    private int append(WakeupScenario scenario, long millis) throws Exception {
        return Metronome.beat(scenario.perSecond(), millis, () -> books.send(new Open(Moment.now(), 1)));
    }

    private Child elsewhere() throws IOException {
        Child child = elsewhere;
        if (child == null) {
            child = Child.start(Elsewhere.class, name, servers);
            child.awaitReady();
            elsewhere = child;
        }
        return child;
    }

    @Override
    public void close() {
        if (elsewhere != null) {
            elsewhere.close();
        }
        here.stop();
        books.close();
    }
}
