package io.daybook.command.dispatch;

import java.util.Optional;

/**
 * The answers that were given under idempotency keys. A row is unique by its {@link Scope}; there is no mark for work in progress:
 * of two that race, one append wins and the other answers from the winner's row. Refusals are not kept.
 */
public interface Answers {
    /** Under this name the current (root) unit of work carries the list of what {@link #recordWith} was given, until the append takes it along. */
    String RESOURCE = "io.daybook.command.dispatch.Answers.row";

    Optional<Answer> find(Scope scope);

    /**
     * Lets a row ride in the append of the current unit of work, in the same transaction; it does not if that unit, which
     * may be a nested one, is rolled back. If a row of this scope exists, that append writes nothing and throws {@link AnswerAlreadyGiven}.
     */
    void recordWith(Scope scope, String bodyHash, String answerJson);

    /**
     * Writes a row at once, for a wish that appended nothing because everything was already so.
     *
     * @throws AnswerAlreadyGiven if a row of this scope exists
     */
    void record(Scope scope, String bodyHash, String answerJson);
}
