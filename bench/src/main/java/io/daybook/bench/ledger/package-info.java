/**
 * What the subjects write: ledgers, to which entries of about 250 bytes of JSON are posted. They mean nothing, so that only the way
 * of an event is measured; the entries are the same for every subject.
 */
@NullMarked
package io.daybook.bench.ledger;

import org.jspecify.annotations.NullMarked;
