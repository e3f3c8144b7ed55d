package io.daybook.app.imports.job;

import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.kernel.Command;
import java.math.BigDecimal;
import java.util.List;

/** A command that an import sends, and the lines that end in its events. Sent again it changes nothing. */
public sealed interface Wish {
    Command command();

    /** The lines that are rejected if the command is refused. */
    List<Entry> entries();

    /** What the command says its lines are worth, counted from the command itself. */
    default BigDecimal value() {
        return BigDecimal.ZERO;
    }

    /** A command that is idempotent by itself. */
    record Plain(Command command, List<Entry> entries, BigDecimal value) implements Wish {
        public Plain {
            entries = List.copyOf(entries);
        }

        @Override
        public BigDecimal value() {
            return value;
        }
    }

    /**
     * A command that would happen twice if it were sent twice, such as an adjustment.
     *
     * @param key of the answer that is kept with the event, 1 to 200 characters
     */
    record Once(String key, Command command, List<Entry> entries) implements Wish {
        public Once {
            entries = List.copyOf(entries);
        }
    }

    /** Lists a product, or changes the listed one to be as the file says. */
    record Upsert(ListProduct command, List<Entry> entries) implements Wish {
        public Upsert {
            entries = List.copyOf(entries);
        }
    }

    /** Lists a product unless the catalogue knows it, in whatever shape. */
    record Introduce(ListProduct command) implements Wish {
        @Override
        public List<Entry> entries() {
            return List.of();
        }
    }
}
