package io.daybook.infra.serialization;

import io.daybook.domain.kernel.CustomerId;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys in the table {@code subject_key}, 256 bits each. */
public final class PostgresSubjectKeys implements SubjectKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;

    /** @param dataSource gives connections outside any transaction, so that a key outlives a rolled-back command */
    public PostgresSubjectKeys(DataSource dataSource) {
        db = JdbcClient.create(dataSource);
    }

    @Override
    public Map<CustomerId, SubjectKey> current(Set<CustomerId> subjects) {
        Map<CustomerId, SubjectKey> keys = existing(subjects);
        List<CustomerId> without =
                subjects.stream().filter(subject -> !keys.containsKey(subject)).toList();
        if (!without.isEmpty()) {
            // whoever loses the race for a person's first key uses the winner's; sorted, so that no two wait for each
            // other
            db.sql("insert into subject_key (key_id, subject, key) "
                            + "select * from unnest(?::uuid[], ?::text[], ?::bytea[]) as k (key_id, subject, key) "
                            + "order by subject on conflict do nothing")
                    .params(
                            without.stream().map(subject -> UUID.randomUUID()).toArray(UUID[]::new),
                            names(without),
                            without.stream().map(subject -> fresh()).toArray(byte[][]::new))
                    .update();
            keys.putAll(existing(Set.copyOf(without)));
        }
        return keys;
    }

    private Map<CustomerId, SubjectKey> existing(Set<CustomerId> subjects) {
        Map<CustomerId, SubjectKey> keys = new HashMap<>();
        db.sql("select subject, key_id, key from subject_key where subject = any (?::text[]) and key is not null")
                .params((Object) names(subjects))
                .query(row -> {
                    keys.put(new CustomerId(row.getString(1)), new SubjectKey(row.getString(2), aes(row.getBytes(3))));
                });
        return keys;
    }

    private static String[] names(Collection<CustomerId> subjects) {
        return subjects.stream().map(CustomerId::value).toArray(String[]::new);
    }

    private static byte[] fresh() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    @Override
    public Optional<SecretKey> find(String keyId) {
        return db.sql("select key from subject_key where key_id = ?::uuid and key is not null")
                .param(keyId)
                .query((row, n) -> aes(row.getBytes(1)))
                .optional();
    }

    @Override
    public int erase(CustomerId subject) {
        return db.sql(
                        "update subject_key set key = null, erased_at = clock_timestamp() where subject = ? and key is not null")
                .param(subject.value())
                .update();
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
