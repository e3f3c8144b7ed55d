package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;

import java.io.IOException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/** A process that appends to one aggregate until its input ends, and says a line for each event that was acknowledged. */
final class AppendingMain {
    private AppendingMain() {}

    /** Arguments: url, user and password of an existing log, and the aggregate. */
    public static void main(String[] arguments) throws IOException {
        try (TestLog log = new TestLog(arguments[0], arguments[1], arguments[2])) {
            int attempt = 0;
            long sequence = 0;
            while (System.in.available() == 0) {
                DomainEventMessage<?> event = fact(arguments[3], sequence, "attempt " + attempt++);
                try {
                    log.store.publish(List.of(event));
                    sequence++;
                    System.out.println(Facts.said(event));
                } catch (ConcurrencyException writtenAlthoughDenied) {
                    System.out.println("CONFLICT " + writtenAlthoughDenied.getMessage());
                    return;
                } catch (EventStoreException e) {
                    System.out.println(
                            (String.valueOf(e.getMessage()).contains("unknown") ? "UNKNOWN " : "again: ") + e);
                }
            }
        }
        System.out.println("END");
    }
}
