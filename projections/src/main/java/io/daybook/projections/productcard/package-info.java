/**
 * What a product page shows, in Redis: one joined row per SKU, found by its key. Redis must append every write to its file
 * ({@code appendonly yes}) and never evict ({@code noeviction}). Its file keeps the order of writes, so a mark that is there
 * vouches for the rows below it. When Redis cannot answer, PostgreSQL's view {@code product} does.
 */
@NullMarked
package io.daybook.projections.productcard;

import org.jspecify.annotations.NullMarked;
