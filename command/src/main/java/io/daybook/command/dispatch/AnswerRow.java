package io.daybook.command.dispatch;

import tools.jackson.databind.json.JsonMapper;

/** The answer that a wish will have once it is granted: everything is known but its receipt. */
record AnswerRow(Scope scope, String bodyHash, String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Lets the answer ride in the append of the current unit of work. */
    void rideWith(Receipt receipt, Answers answers) {
        answers.recordWith(scope, bodyHash, JSON.writeValueAsString(Done.of(id, receipt)));
    }

    /** Writes the answer of a wish that appended nothing. */
    void write(Receipt receipt, Answers answers) {
        answers.record(scope, bodyHash, JSON.writeValueAsString(Done.of(id, receipt)));
    }

    static Done read(Answer answer) {
        return JSON.readValue(answer.json(), Done.class);
    }
}
