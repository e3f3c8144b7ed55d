package io.daybook.app.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers of the admin API as lines for a person. */
final class Table {
    private Table() {}

    static String joined(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString("")));
        return String.join(", ", texts);
    }

    static void views(JsonNode views) {
        System.out.printf("%-16s %10s %8s %12s %10s  %s%n", "view", "generation", "version", "rows", "behind", "");
        for (JsonNode view : views) {
            System.out.printf(
                    "%-16s %10s %8s %12s %10s  %s%n",
                    view.path("name").asString(""),
                    view.path("generation").asString("-"),
                    view.path("version").asString("-"),
                    view.path("rows").asString("-"),
                    view.path("behind").asLong(-1) < 0
                            ? "-"
                            : view.path("behind").asString(),
                    view.path("state").asString("-") + ", "
                            + view.path("summary").asString(""));
        }
    }

    static void notifications(JsonNode messages) {
        System.out.printf(
                "%-36s %-8s %-16s %-24s %-20s %5s  %s%n", "id", "channel", "kind", "order", "due since", "tries", "");
        for (JsonNode message : messages) {
            System.out.printf(
                    "%-36s %-8s %-16s %-24s %-20.19s %5d  %s%n",
                    message.path("id").asString(""),
                    message.path("channel").asString(""),
                    message.path("kind").asString(""),
                    message.path("order").asString(""),
                    message.path("dueSince").asString(""),
                    message.path("tries").asLong(),
                    message.path("note").asString(""));
        }
    }
}
