package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.TestLog;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A forwarder in a process of its own, until that is killed. */
final class ForwarderMain {
    /** So short that whoever starts takes the segment from one who was killed or sleeps. */
    private static final Duration CLAIM = Duration.ofMillis(300);

    private ForwarderMain() {}

    /** @param args the log's address, the broker's, the topics' prefix, and a name for this process */
    static void main(String[] args) {
        try (TestLog log = TestLog.at(args[0])) {
            TestTopics kafka = new TestTopics(args[1], args[2]);
            kafka.forwarder(kafka.lanes(log), log, log.tokens(args[3], CLAIM), log.transactions())
                    .start();
            while (true) {
                LockSupport.park();
            }
        }
    }
}
