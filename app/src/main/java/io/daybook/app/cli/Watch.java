package io.daybook.app.cli;

import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tools.jackson.databind.JsonNode;

/** Attaches to work that runs in the server: a bar with rate and time left on a terminal, a line now and then elsewhere. */
final class Watch {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private Watch() {}

    /** One look at the work. */
    interface Look {
        JsonNode take() throws IOException;
    }

    /**
     * Returns the last look, in which {@code state} is no longer {@code running}.
     *
     * @param unit what is counted, in the members {@code unitDone} and {@code unitTotal}
     */
    static JsonNode until(String what, boolean quiet, Look look, String unit) throws IOException {
        return quiet || !onTerminal() ? lines(what, quiet, look, unit) : bar(what, look, unit);
    }

    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static JsonNode bar(String what, Look look, String unit) throws IOException {
        JsonNode now = look.take();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" " + unit, 1)
                .showSpeed()
                .setInitialMax(total(now, unit))
                .build()) {
            while (running(now)) {
                bar.maxHint(total(now, unit));
                bar.stepTo(now.path(unit + "Done").asLong());
                LockSupport.parkNanos(GLANCE.toNanos());
                now = look.take();
            }
            bar.maxHint(total(now, unit));
            bar.stepTo(now.path(unit + "Done").asLong());
        }
        return now;
    }

    private static JsonNode lines(String what, boolean quiet, Look look, String unit) throws IOException {
        long begun = System.nanoTime();
        long said = begun;
        JsonNode now = look.take();
        while (running(now)) {
            LockSupport.parkNanos(GLANCE.toNanos());
            now = look.take();
            if (!quiet && System.nanoTime() - said >= LINE_EVERY.toNanos()) {
                said = System.nanoTime();
                System.out.println(line(what, now, unit, Duration.ofNanos(said - begun)));
            }
        }
        return now;
    }

    private static String line(String what, JsonNode now, String unit, Duration spent) {
        long done = now.path(unit + "Done").asLong();
        long rate = done * 1000 / Math.max(1, spent.toMillis());
        String left = rate == 0 || total(now, unit) < done ? "?" : (total(now, unit) - done) / rate + " s";
        return String.format(
                Locale.ROOT, "%s: %,d of %,d %s, %,d/s, %s left", what, done, total(now, unit), unit, rate, left);
    }

    private static boolean running(JsonNode now) {
        return now.path("state").asString("").equals("running");
    }

    private static long total(JsonNode now, String unit) {
        return now.path(unit + "Total").asLong();
    }
}
