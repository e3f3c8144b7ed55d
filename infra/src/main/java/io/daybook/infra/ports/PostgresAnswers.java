package io.daybook.infra.ports;

import io.daybook.command.dispatch.Answer;
import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Scope;
import io.daybook.infra.eventstore.RidingAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the table {@code answer}, written by the append that they answer for. */
final class PostgresAnswers implements Answers {
    private final JdbcClient db;

    PostgresAnswers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Answer> find(Scope scope) {
        return db.sql("select body_hash, body from answer where principal = ? and operation = ? and key = ?")
                .params(scope.principal(), scope.operation(), scope.key())
                .query((row, n) -> new Answer(row.getString(1), row.getString(2)))
                .optional();
    }

    @Override
    public void recordWith(Scope scope, String bodyHash, String answerJson) {
        RidingAnswer answer = new RidingAnswer(scope, bodyHash, answerJson);
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<RidingAnswer> riding = unit.root().getOrComputeResource(RESOURCE, name -> new ArrayList<>());
        riding.add(answer);
        unit.onRollback(rolledBack -> riding.remove(answer));
    }

    @Override
    public void record(Scope scope, String bodyHash, String answerJson) {
        int written = db.sql("insert into answer (principal, operation, key, body_hash, body, recorded_at) "
                        + "values (?, ?, ?, ?, ?, clock_timestamp()) on conflict do nothing")
                .params(scope.principal(), scope.operation(), scope.key(), bodyHash, answerJson)
                .update();
        if (written == 0) {
            throw new AnswerAlreadyGiven(List.of(scope));
        }
    }
}
