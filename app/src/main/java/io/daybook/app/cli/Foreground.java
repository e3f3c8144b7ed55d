package io.daybook.app.cli;

import io.daybook.app.serve.Serve;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Keeps a server in the foreground: Ctrl-C or a signal stops it in order. */
final class Foreground {
    private Foreground() {}

    static int run(Class<?> application, Map<String, Object> properties) throws InterruptedException {
        Serve serving;
        try {
            serving = Serve.start(application, properties);
        } catch (RuntimeException failed) {
            throw new Stop(Exit.FAILED, Failure.line(failed));
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            stopped.countDown();
        }));
        stopped.await();
        return Exit.OK;
    }
}
