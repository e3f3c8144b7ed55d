package io.daybook.bench.load;

import io.daybook.bench.books.Books;
import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.bench.ledger.LedgerCommand.Look;
import io.daybook.bench.ledger.LedgerCommand.Open;
import io.daybook.bench.ledger.LedgerCommand.Post;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;

/** The ledgers of a program on Axon, loaded by the repository behind its command bus. */
final class BooksLedgers implements LedgerSource {
    private final Books books;
    private final Cache recent;

    BooksLedgers(Books books, Cache recent) {
        this.books = books;
        this.recent = recent;
    }

    @Override
    public void append(String ledger, int first, int entries) {
        LedgerCommand command = first == 0 ? new Open(ledger, entries) : new Post(ledger, entries, true);
        books.send(command);
    }

    /** A local bus answers before dispatch returns. */
    @Override
    public void load(String ledger) throws Exception {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        books.bus()
                .dispatch(
                        new GenericCommandMessage<>(new Look(ledger), Map.of(Books.ONLY_LOOKS, true)),
                        (sent, result) -> answer.set(result));
        if (answer.get().isExceptional()) {
            throw new IllegalStateException(answer.get().exceptionResult());
        }
    }

    @Override
    public void forget() {
        recent.removeAll();
    }

    @Override
    public void sendNoOp(String ledger) {
        books.send(new Look(ledger));
    }

    @Override
    public void close() {
        books.close();
    }
}
