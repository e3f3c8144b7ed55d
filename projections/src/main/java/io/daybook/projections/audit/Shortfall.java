package io.daybook.projections.audit;

import java.util.List;

/**
 * An item that is short, which is a state that somebody has to end and nothing wrong.
 *
 * @param missing units, at the time of its last event
 * @param orders that were promised units of it for good; the first twenty
 */
public record Shortfall(String item, long missing, List<String> orders) {}
