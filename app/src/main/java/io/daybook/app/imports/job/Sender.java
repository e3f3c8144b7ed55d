package io.daybook.app.imports.job;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.catalog.ProductCommand.ChangeProductDetails;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Sends a unit's wishes one after the other. A refusal is an outcome; a failure is tried again until it is hopeless. */
final class Sender {
    /** To this mark no process ever reacts. */
    private static final Map<String, String> IMPORTED = Map.of("origin", "import");

    private static final String PRINCIPAL = "import";
    private static final String LISTED_OTHERWISE = "catalog.already-listed";

    private final Commands commands;
    private final Answers answers;
    private final Patience patience;

    Sender(Commands commands, Answers answers, Patience patience) {
        this.commands = commands;
        this.answers = answers;
        this.patience = patience;
    }

    /**
     * @param wanted turns false when the job is to stop
     */
    Outcome send(Unit unit, BooleanSupplier wanted) throws InterruptedException {
        List<Outcome.Granted> granted = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>(unit.rejects());
        for (Wish wish : unit.wishes()) {
            try {
                granted.add(new Outcome.Granted(wish, patience.untilDone(() -> send(wish), wanted)));
            } catch (Refused refused) {
                String reason = refused.refusal().code();
                String detail = refused.refusal().message();
                wish.entries().forEach(entry -> rejects.add(entry.rejected(reason, detail)));
            }
        }
        return new Outcome(unit.lines(), granted, rejects);
    }

    /** Whether anything changed. */
    private boolean send(Wish wish) {
        return switch (wish) {
            case Wish.Plain w -> changed(w.command());
            case Wish.Once w -> once(w);
            case Wish.Upsert w -> upsert(w.command());
            case Wish.Introduce w -> introduce(w.command());
        };
    }

    private boolean changed(Command command) {
        return commands.send(command, IMPORTED).changed();
    }

    /** A second call answers what the first one answered, so whether it is the second is asked before. */
    private boolean once(Wish.Once wish) {
        Command command = wish.command();
        var scope = new Scope(PRINCIPAL, command.getClass().getSimpleName(), wish.key());
        boolean answered = answers.find(scope).isPresent();
        boolean changed = commands.once(scope, command, command.aggregateId(), command, IMPORTED)
                .changed();
        return changed && !answered;
    }

    private boolean upsert(ListProduct wish) {
        try {
            return changed(wish);
        } catch (Refused refused) {
            if (!refused.refusal().code().equals(LISTED_OTHERWISE)) {
                throw refused;
            }
            boolean described = changed(new ChangeProductDetails(wish.sku(), wish.details()));
            return changed(new ChangePrice(wish.sku(), wish.price())) || described;
        }
    }

    private boolean introduce(ListProduct wish) {
        try {
            return changed(wish);
        } catch (Refused refused) {
            if (refused.refusal().code().equals(LISTED_OTHERWISE)) {
                return false;
            }
            throw refused;
        }
    }
}
