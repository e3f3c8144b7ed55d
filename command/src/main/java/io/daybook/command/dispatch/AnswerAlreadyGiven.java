package io.daybook.command.dispatch;

import java.util.List;

/** Another append has answered under the same key first; nothing was written. No stack trace: it is an answer, not a failure. */
public final class AnswerAlreadyGiven extends RuntimeException {
    /** @param scopes those that the append would have answered: at least one of them was answered already */
    public AnswerAlreadyGiven(List<Scope> scopes) {
        super("already answered: " + scopes, null, false, false);
    }
}
