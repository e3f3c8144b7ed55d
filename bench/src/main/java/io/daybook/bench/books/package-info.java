/**
 * The subjects as programs: the same ledgers kept by stock Axon over JPA, stock Axon over JDBC, and Daybook, each wired as its
 * users wire it.
 */
@NullMarked
package io.daybook.bench.books;

import org.jspecify.annotations.NullMarked;
