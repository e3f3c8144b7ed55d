package io.daybook.infra.serialization;

import io.daybook.domain.kernel.CustomerId;
import java.security.SecureRandom;
import java.util.Optional;
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
    public SubjectKey current(CustomerId subject) {
        return existing(subject).orElseGet(() -> {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            // whoever loses the race for a person's first key uses the winner's
            db.sql("insert into subject_key (key_id, subject, key) values (?, ?, ?) on conflict do nothing")
                    .params(UUID.randomUUID(), subject.value(), key)
                    .update();
            return existing(subject).orElseThrow();
        });
    }

    private Optional<SubjectKey> existing(CustomerId subject) {
        return db.sql("select key_id, key from subject_key where subject = ? and key is not null")
                .param(subject.value())
                .query((row, n) -> new SubjectKey(row.getString(1), aes(row.getBytes(2))))
                .optional();
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
