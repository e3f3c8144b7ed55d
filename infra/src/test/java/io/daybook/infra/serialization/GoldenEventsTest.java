package io.daybook.infra.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored, file by file. A file that exists may never change: a changed event gets a new revision, a new file and an upcaster.
 * {@code -Ddaybook.golden=write} writes the files that are missing.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final EventCodec codec = new EventCodec(Samples.TYPES, new KeysInMemory(), List.of(), () -> new byte[12]);

    static List<DomainEvent> every_event() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void is_written_as_its_golden_file_says(DomainEvent event) throws IOException {
        Path file = file(Samples.TYPES.of(event.getClass()));
        String written = pretty(codec.encode(event));
        if (!Files.exists(file) && "write".equals(System.getProperty("daybook.golden"))) {
            Files.writeString(file, written);
        }

        assertThat(written).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void is_read_back_as_it_was(DomainEvent event) {
        EventType type = Samples.TYPES.of(event.getClass());

        codec.encode(event);
        DomainEvent read = codec.decode(type.name(), type.revision(), golden(type));

        assertThat(read).isEqualTo(event);
    }

    @Test
    void every_kind_of_event_has_a_sample_and_every_file_a_kind() throws IOException {
        List<String> kinds = Samples.TYPES.all().stream()
                .map(type -> file(type).getFileName().toString())
                .sorted()
                .toList();
        List<String> samples = Samples.ALL.stream()
                .map(event ->
                        file(Samples.TYPES.of(event.getClass())).getFileName().toString())
                .sorted()
                .toList();

        assertThat(samples).isEqualTo(kinds);
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsAll(kinds);
        }
    }

    private static Path file(EventType type) {
        return GOLDEN.resolve(type.name() + ".r" + type.revision() + ".json");
    }

    private static byte[] golden(EventType type) {
        try {
            return Files.readAllBytes(file(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(byte[] json) {
        DefaultIndenter unix = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(unix)
                                .withArrayIndenter(unix))
                        .writeValueAsString(JSON.readTree(json))
                + "\n";
    }
}
