package io.daybook.app.imports.job;

import io.daybook.domain.kernel.LocationId;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** A kind of file that can be imported. */
public interface Kind {
    /** As in the address, for example {@code products}. */
    String name();

    /** The currency of its amounts unless the caller says otherwise. */
    String currency();

    /** Whether operators bring it; otherwise its content is generated. */
    default boolean isUploaded() {
        return true;
    }

    /** @throws UnusableFile if the file as a whole is not of this kind */
    Source open(Input input) throws IOException;

    /**
     * What a job reads.
     *
     * @param job its id
     * @param hash of the content, hexadecimal; the same for a file and its gzip
     * @param currency ISO 4217
     * @param location where the goods lay or lie; only for kinds whose lines do not say
     * @param uploadedAt the same however often the job is resumed
     */
    record Input(UUID job, String hash, String currency, LocationId location, Instant uploadedAt, Content content) {}
}
