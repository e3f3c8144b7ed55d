package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The answers that ride with a group, as {@code append_riders} takes them. */
final class AnswerRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerRows() {}

    /** An array of JSON, each answer with the index of its append in the group; null for none. */
    static @Nullable String of(List<Append> group) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (RidingAnswer answer : group.get(i).answers()) {
                answers.add(Map.of(
                        "append", i,
                        "principal", answer.scope().principal(),
                        "operation", answer.scope().operation(),
                        "key", answer.scope().key(),
                        "body_hash", answer.bodyHash(),
                        "body", answer.body()));
            }
        }
        return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
    }
}
