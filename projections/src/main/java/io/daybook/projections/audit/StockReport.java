package io.daybook.projections.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit has found.
 *
 * @param position up to which the log was read
 * @param events of stock among them
 * @param items by the log
 * @param rows that were compared, by view
 * @param wrong how many things are not right
 * @param findings the first {@value Findings#MOST} of them
 * @param shortfalls items that are short, the first {@value Findings#MOST}
 */
public record StockReport(
        long position,
        long events,
        long items,
        Map<String, Long> rows,
        long wrong,
        List<Finding> findings,
        List<Shortfall> shortfalls) {}
