package io.daybook.infra.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.infra.eventstore.Facts;
import io.daybook.infra.eventstore.TestLog;
import io.daybook.infra.serialization.EventType;
import io.daybook.infra.serialization.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told to the ERP, the till and the warehouse is what is sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsyncApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode api = read(Path.of("..", "docs", "asyncapi.yaml"));
    private final JsonNode messages = api.at("/components/messages");

    private static JsonNode read(Path yaml) {
        try {
            return JSON.valueToTree(new Yaml().load(Files.readString(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_event_is_described_with_its_golden_json_as_the_example() throws IOException {
        Set<String> described = new TreeSet<>(messages.propertyNames());
        Set<String> known =
                new TreeSet<>(Samples.TYPES.all().stream().map(EventType::name).toList());
        assertThat(described).isEqualTo(known);

        for (EventType type : Samples.TYPES.all()) {
            Path golden = Path.of("src/test/resources/golden", type.name() + ".r" + type.revision() + ".json");
            JsonNode message = messages.get(type.name());
            assertThat(message.at("/examples/0/payload")).isEqualTo(JSON.readTree(Files.readString(golden)));
            assertThat(new TreeSet<>(message.at("/payload/properties").propertyNames()))
                    .isEqualTo(new TreeSet<>(
                            JSON.readTree(Files.readString(golden)).propertyNames()));
        }
    }

    @Test
    void every_event_is_on_the_topic_that_the_forwarder_sends_it_to() {
        KafkaTopics topics = new KafkaTopics("", 1, TestLog.LIMIT);
        assertThat(on(topics.of("Product"))).allMatch(name -> name.startsWith("catalog."));
        assertThat(on(topics.of("InventoryItem"))).allMatch(name -> name.startsWith("inventory."));
        assertThat(on(topics.of("Order"))).allMatch(name -> name.startsWith("order."));
        assertThat(on(topics.of("Payment"))).allMatch(name -> name.startsWith("payment."));
        assertThat(Stream.of("catalog", "inventory", "orders", "payments")
                        .mapToInt(topic -> on(topic).size())
                        .sum())
                .isEqualTo(Samples.TYPES.all().size());
    }

    private Set<String> on(String topic) {
        return new TreeSet<>(api.at("/channels/" + topic + "/messages").propertyNames());
    }

    @Test
    void the_headers_are_those_that_are_sent() {
        Set<String> sent = new TreeSet<>();
        try (TestLog log = new TestLog()) {
            log.store.publish(List.of(Facts.fact("A", 0)));
            for (Header header : CloudEventHeaders.of(log.reader.page(0, 1, 1).getFirst(), log.adoption.logId())) {
                sent.add(header.key());
            }
        }
        Set<String> required = new TreeSet<>();
        api.at("/components/schemas/Headers/required").forEach(name -> required.add(name.asString()));

        assertThat(sent).isEqualTo(required);
    }
}
