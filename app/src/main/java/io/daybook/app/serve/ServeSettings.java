package io.daybook.app.serve;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this process lives and how it is reached.
 *
 * @param home folder for the run note, uploads and the development servers' data
 * @param roles names separated by commas
 * @param admin the operators' port
 */
@ConfigurationProperties("daybook")
record ServeSettings(Path home, String roles, Admin admin) {
    /**
     * @param port 0 for any free port
     * @param token drawn at each start if none is given
     */
    record Admin(
            @DefaultValue("127.0.0.1") String address,
            int port,
            @Nullable String token) {}
}
