package io.daybook.bench.load;

/** Whoever has ledgers and can load one. */
interface LedgerSource extends AutoCloseable {
    /** Appends entries to a ledger, new or not. */
    void append(String ledger, int first, int entries);

    /** Loads the ledger, if it can from memory. */
    void load(String ledger) throws Exception;

    /** Forgets what is in memory. */
    void forget();

    /** Sends a command that loads the ledger and changes nothing. */
    void sendNoOp(String ledger);

    @Override
    void close();
}
