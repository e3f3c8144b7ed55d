package io.daybook.bench.forward;

import io.daybook.bench.ledger.EntryPosted;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The entries that are carried, known again by their numbers. */
final class Entries {
    private static final String LEDGER = "ledger-";

    private Entries() {}

    static String ledger(int number) {
        return LEDGER + number;
    }

    /** Of the key that its message has. */
    static int number(String ledger) {
        return Integer.parseInt(ledger, LEDGER.length(), ledger.length(), 10);
    }

    static DomainEventMessage<?> message(int number) {
        String ledger = ledger(number);
        return new GenericDomainEventMessage<>("Ledger", ledger, 0, EntryPosted.numbered(ledger, number));
    }

    static List<DomainEventMessage<?>> messages(int from, int count) {
        return IntStream.range(from, from + count)
                .<DomainEventMessage<?>>mapToObj(Entries::message)
                .toList();
    }
}
