package io.daybook.query.reading;

import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;

/** The one way to ask: hands a question to whatever view answers it, in this process. */
public final class Queries {
    private final QueryGateway gateway;

    public Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Blocks until the view answers; how long that may take is the view's affair.
     *
     * @throws NotAnswered why there is no answer
     */
    @SuppressWarnings("unchecked") // Question<T> is answered by Answered<T>; no response type can say so
    public <T> Answered<T> ask(Question<T> question) {
        try {
            return (Answered<T>) gateway.query(question, new AnsweredType()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
