package io.daybook.infra.serialization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.domain.kernel.CustomerId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** Remembers keys for a short while, since replaying an order's life asks for the same key many times. */
public final class CachedSubjectKeys implements SubjectKeys {
    /** How long an erased key may still be used by a node that did not erase it. */
    public static final Duration TRUST = Duration.ofSeconds(10);

    private final SubjectKeys keys;
    private final Cache<CustomerId, SubjectKey> bySubject;
    private final Cache<String, Optional<SecretKey>> byId;

    public CachedSubjectKeys(SubjectKeys keys) {
        this.keys = keys;
        bySubject = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(TRUST)
                .build();
        byId = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(TRUST).build();
    }

    @Override
    public Map<CustomerId, SubjectKey> current(Set<CustomerId> subjects) {
        return bySubject.getAll(subjects, missing -> keys.current(Set.copyOf(missing)));
    }

    @Override
    public Optional<SecretKey> find(String keyId) {
        return byId.get(keyId, keys::find);
    }

    @Override
    public int erase(CustomerId subject) {
        int erased = keys.erase(subject);
        bySubject.invalidate(subject);
        byId.invalidateAll();
        return erased;
    }
}
