package io.daybook.infra.serialization;

import io.daybook.domain.kernel.CustomerId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are derived from names, so that tests can know what is written with them. */
public class KeysInMemory implements SubjectKeys {
    private final Map<CustomerId, SubjectKey> keys = new HashMap<>();

    SubjectKey current(CustomerId subject) {
        return keys.computeIfAbsent(subject, s -> {
            UUID id = UUID.nameUUIDFromBytes(s.value().getBytes(StandardCharsets.UTF_8));
            return new SubjectKey(
                    id.toString(),
                    new SecretKeySpec(id.toString().substring(0, 32).getBytes(StandardCharsets.UTF_8), "AES"));
        });
    }

    @Override
    public Map<CustomerId, SubjectKey> current(Set<CustomerId> subjects) {
        Map<CustomerId, SubjectKey> found = new HashMap<>();
        subjects.forEach(subject -> found.put(subject, current(subject)));
        return found;
    }

    @Override
    public Optional<SecretKey> find(String keyId) {
        return keys.values().stream()
                .filter(key -> key.id().equals(keyId))
                .map(SubjectKey::key)
                .findFirst();
    }

    @Override
    public int erase(CustomerId subject) {
        return keys.remove(subject) == null ? 0 : 1;
    }
}
