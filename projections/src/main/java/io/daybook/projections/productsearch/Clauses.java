package io.daybook.projections.productsearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Words of Elasticsearch's query language. */
final class Clauses {
    private Clauses() {}

    static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> terms(String field, Collection<String> values) {
        return Map.of("terms", Map.of(field, values));
    }

    static Map<String, Object> range(String field, Map<String, ?> bounds) {
        return Map.of("range", Map.of(field, bounds));
    }

    /** Narrows without ranking; an empty list matches all. */
    static Map<String, Object> allOf(List<Map<String, Object>> clauses) {
        return Map.of("bool", Map.of("filter", clauses));
    }

    static Map<String, Object> anyOf(List<Map<String, Object>> clauses) {
        return Map.of("bool", Map.of("should", clauses, "minimum_should_match", 1));
    }

    static Map<String, Object> constant(Map<String, Object> clause, int score) {
        return Map.of("constant_score", Map.of("filter", clause, "boost", score));
    }
}
