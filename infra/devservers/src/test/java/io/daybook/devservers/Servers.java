package io.daybook.devservers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes one word to each server and reads it back, with a client each that a program of ours could use. */
record Servers(Addresses addresses) {

    private static final String NAME = "daybook_trial";

    void write(String word) throws SQLException, IOException, InterruptedException, ExecutionException {
        sql("CREATE TABLE " + NAME + " (word text)");
        sql("INSERT INTO " + NAME + " VALUES ('" + word + "')");
        redis("SET " + NAME + " " + word);
        produce(word);
        search("PUT", "/" + NAME, "{}");
        search("PUT", "/" + NAME + "/_doc/1?refresh=true", "{\"word\":\"" + word + "\"}");
        payments(
                "POST",
                "/v1/payment_intents",
                "amount=1&currency=eur&payment_method=pm_card_visa&confirm=true&capture_method=manual&metadata[order]="
                        + word);
    }

    /** What PostgreSQL, Redis, Kafka, Elasticsearch and the payment sandbox have, in this order. */
    List<String> read() throws SQLException, IOException, InterruptedException {
        return List.of(
                sql("SELECT word FROM " + NAME),
                redis("GET " + NAME),
                consume(),
                search("GET", "/" + NAME + "/_source/1", ""),
                payments("GET", "/sandbox/ledger", ""));
    }

    static List<String> having(String word) {
        return List.of(
                word,
                word,
                word,
                "{\"word\":\"" + word + "\"}",
                "{\"orders\":[{\"order\":\"" + word + "\",\"currency\":\"eur\",\"payments\":1,"
                        + "\"authorised\":1,\"held\":1,\"captured\":0,\"refunded\":0}]}");
    }

    String sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword());
                var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            var rows = sql.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }

    String redis(String command) throws IOException {
        URI uri = URI.create(addresses.redisUri());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String first = in.readLine();
            return first.startsWith("$") ? in.readLine() : first;
        }
    }

    String search(String method, String path, String body) throws IOException, InterruptedException {
        return http(addresses.elasticsearchUrl() + path, method, "application/json", body);
    }

    private String payments(String method, String path, String body) throws IOException, InterruptedException {
        return http(addresses.paymentsUrl() + path, method, "application/x-www-form-urlencoded", body);
    }

    private static String http(String url, String method, String type, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", type)
                    .header("Authorization", "Bearer sk_test_trial")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private void produce(String word) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", addresses.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(NAME, 1, (short) 1))).all().get();
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", addresses.kafkaBootstrap(), "transactional.id", NAME);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(NAME, word)).get();
            producer.commitTransaction();
        }
    }

    private String consume() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", addresses.kafkaBootstrap(), "isolation.level", "read_committed");
        List<String> words = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(NAME, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int i = 0; i < 20 && words.isEmpty(); i++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> words.add(record.value()));
            }
        }
        return String.join(",", words);
    }
}
