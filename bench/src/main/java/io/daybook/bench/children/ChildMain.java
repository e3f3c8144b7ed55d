package io.daybook.bench.children;

import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The child's side: reads turns from its standard input, one JSON line each, until that ends with the parent. */
public final class ChildMain {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChildMain() {}

    /** @param args class of the {@link Subjects}, name of the subject, addresses as JSON */
    public static void main(String[] args) {
        PrintStream answers = System.out;
        // whatever a library prints must not stand between the answers
        System.setOut(System.err);
        try {
            Subjects subjects = Class.forName(args[0])
                    .asSubclass(Subjects.class)
                    .getConstructor()
                    .newInstance();
            try (Subject subject = subjects.open(args[1], JSON.readValue(args[2], Addresses.class))) {
                answers.println(JSON.writeValueAsString(new Reply(Map.of(), null)));
                serve(subject, answers);
            }
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            answers.println(JSON.writeValueAsString(new Reply(Map.of(), String.valueOf(e))));
        }
        // threads of a peer that does not stop them must not keep the process
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Subject subject, PrintStream answers) throws Exception {
        BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = turns.readLine(); line != null; line = turns.readLine()) {
            Reply reply;
            try {
                reply = new Reply(subject.play(JSON.readValue(line, Turn.class)), null);
            } catch (Exception e) {
                e.printStackTrace();
                reply = new Reply(Map.of(), String.valueOf(e));
            }
            answers.println(JSON.writeValueAsString(reply));
        }
    }
}
