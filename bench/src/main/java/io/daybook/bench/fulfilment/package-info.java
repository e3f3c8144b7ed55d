/**
 * {@code bench fulfilment}: how many decisions a process takes on one hot SKU, and how many orders go all the way over HTTP, from
 * checkout to captured payment, with where their time goes.
 */
@NullMarked
package io.daybook.bench.fulfilment;

import org.jspecify.annotations.NullMarked;
