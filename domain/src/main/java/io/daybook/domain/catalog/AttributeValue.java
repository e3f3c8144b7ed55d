package io.daybook.domain.catalog;

import java.math.BigDecimal;

/** What a free attribute says: words, a quantity, or yes/no. */
public sealed interface AttributeValue {
    record Words(String value) implements AttributeValue {}

    record Figure(BigDecimal value) implements AttributeValue {}

    record Flag(boolean value) implements AttributeValue {}
}
