package io.daybook.projections.productcard;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made when first needed and shared by all threads. While it is broken every command fails at once, so
 * that readers can turn elsewhere; it heals by itself.
 */
final class CardServer implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    CardServer(String uri) {
        RedisURI address = RedisURI.create(uri);
        address.setTimeout(ANSWER);
        this.client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .timeoutOptions(TimeoutOptions.enabled(ANSWER))
                .build());
    }

    /** @throws io.lettuce.core.RedisException if there is no connection */
    synchronized RedisAsyncCommands<String, String> commands() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = client.connect();
            connection = open;
        }
        return open.async();
    }

    /**
     * Waits for commands that were sent together.
     *
     * @throws io.lettuce.core.RedisException if one of them fails or is not answered in time
     */
    <T> List<T> all(Collection<? extends Future<T>> sent) {
        if (!LettuceFutures.awaitAll(ANSWER, sent.toArray(Future[]::new))) {
            throw new RedisCommandTimeoutException("no answer within " + ANSWER);
        }
        List<T> answers = new ArrayList<>(sent.size());
        sent.forEach(one -> answers.add(one.resultNow()));
        return answers;
    }

    <T> T one(Future<T> sent) {
        return all(List.of(sent)).getFirst();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT);
    }
}
