package io.daybook.devservers;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Where the servers are. A server that was not asked for has empty text here.
 *
 * @param jdbcUrl jdbc:postgresql://host:port/database, without parameters
 * @param kafkaBootstrap host:port
 * @param redisUri redis://host:port
 * @param elasticsearchUrl http://host:port
 * @param paymentsUrl http://host:port of the payment sandbox
 */
public record Addresses(
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        String kafkaBootstrap,
        String redisUri,
        String elasticsearchUrl,
        String paymentsUrl) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern DATABASE_OF_URL = Pattern.compile("/[^/?]+(?=$|\\?)");

    /** Without a payment sandbox. */
    public Addresses(
            String jdbcUrl,
            String jdbcUser,
            String jdbcPassword,
            String kafkaBootstrap,
            String redisUri,
            String elasticsearchUrl) {
        this(jdbcUrl, jdbcUser, jdbcPassword, kafkaBootstrap, redisUri, elasticsearchUrl, "");
    }

    /**
     * Creates an empty PostgreSQL database and answers these addresses with it in place of the former one.
     *
     * @param name lower-case letters, digits and underscores, 63 at most; must be new
     * @throws DevServersException if it exists already or cannot be created
     */
    public Addresses withDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl, jdbcUser, jdbcPassword);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException refused) {
            throw new DevServersException("database " + name + " cannot be created: " + refused.getMessage(), refused);
        }
        String url = DATABASE_OF_URL.matcher(jdbcUrl).replaceFirst("/" + name);
        return new Addresses(url, jdbcUser, jdbcPassword, kafkaBootstrap, redisUri, elasticsearchUrl, paymentsUrl);
    }
}
