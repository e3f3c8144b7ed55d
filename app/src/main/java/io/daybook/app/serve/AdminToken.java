package io.daybook.app.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What opens the admin API; drawn anew at each start unless one is configured. */
record AdminToken(String value) {
    static AdminToken drawn() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new AdminToken(HexFormat.of().formatHex(random));
    }

    /**
     * @param authorization the header as sent
     */
    boolean opens(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + value).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AdminToken";
    }
}
