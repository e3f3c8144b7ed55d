package io.daybook.infra.serialization;

import io.daybook.domain.kernel.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** The keys that personal data is encrypted with, one per person. */
public interface SubjectKeys {
    /**
     * The keys of all these people: what is written together asks together. One is made for whoever has none, also
     * after an erasure.
     */
    Map<CustomerId, SubjectKey> current(Set<CustomerId> subjects);

    /** Empty once it is erased, or if it never was. */
    Optional<SecretKey> find(String keyId);

    /**
     * Destroys every key of the person, so that what was written about them reads as erased; on other nodes within
     * {@link CachedSubjectKeys#TRUST}.
     *
     * @return how many keys there were
     */
    int erase(CustomerId subject);
}
