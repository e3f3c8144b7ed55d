package io.daybook.devservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that runs to its end as part of the preparation, such as initdb. */
final class Tool {

    private Tool() {}

    static void run(List<String> command, String input) throws IOException, InterruptedException {
        Path output = Files.createTempFile("daybook", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor() != 0) {
                throw new DevServersException(
                        command.getFirst() + " ended with " + process.exitValue() + ": " + Lines.last(output));
            }
        } finally {
            Files.delete(output);
        }
    }
}
