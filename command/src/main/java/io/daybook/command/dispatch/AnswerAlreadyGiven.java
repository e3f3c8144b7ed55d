package io.daybook.command.dispatch;

/** Another append has answered under the same key first; nothing was written. No stack trace: it is an answer, not a failure. */
public final class AnswerAlreadyGiven extends RuntimeException {
    public AnswerAlreadyGiven(Scope scope) {
        super("already answered: " + scope, null, false, false);
    }
}
