package io.daybook.bench.append;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.ledger.LedgerCommand.Open;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** A program on Axon: an append is a command that opens a new ledger. */
final class BooksAppends implements Appends {
    private final Books books;
    private final HotLedger hot;

    BooksAppends(Books books) {
        this.books = books;
        hot = new HotLedger(books);
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        return HotLedger.isMeant(turn.scenario()) ? hot.play(turn) : Appends.super.play(turn);
    }

    @Override
    public ThreadFactory threads() {
        return books.requests();
    }

    @Override
    public void append(int writer, String aggregateId, int events) {
        books.send(new Open(aggregateId, events));
    }

    @Override
    public void close() {
        books.close();
    }
}
