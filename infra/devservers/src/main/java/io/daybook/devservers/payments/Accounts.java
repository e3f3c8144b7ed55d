package io.daybook.devservers.payments;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The accounts there are; one comes to be when its key is first used. */
final class Accounts {

    private static final String PREFIX = "sk_test_";

    private final Map<String, Account> byKey = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Clock clock;

    /** Reads the journal and makes it as short as it can be. */
    Accounts(Journal journal, Clock clock) throws IOException {
        this.journal = journal;
        this.clock = clock;
        journal.read(line -> account(line.account()).restore(line));
        journal.replace(byKey.values().stream()
                .flatMap(account -> account.lines().stream())
                .iterator());
    }

    /** @param authorization the header of that name */
    Account of(@Nullable String authorization) {
        String key = authorization != null && authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length()).strip()
                : "";
        if (!key.matches(PREFIX + "\\w{1,64}")) {
            throw Refusal.of(
                    401,
                    "invalid_request_error",
                    null,
                    key.isEmpty() ? "You did not provide an API key." : "Invalid API Key provided.");
        }
        return account(key);
    }

    Collection<Account> all() {
        return byKey.values();
    }

    private Account account(String key) {
        return byKey.computeIfAbsent(key, each -> new Account(each, journal, clock));
    }
}
