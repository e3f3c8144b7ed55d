package io.daybook.devservers.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One request's changes to an account, and the notices that they bring about. The account's monitor is held. */
final class Changes {

    private final Account account;
    private final String key;
    private final List<Notice> notices = new ArrayList<>();

    /** @param key the request's idempotency key, or empty */
    Changes(Account account, String key) {
        this.account = account;
        this.key = key;
    }

    Account account() {
        return account;
    }

    void put(Intent intent, String event) {
        account.put(intent);
        tell(event, Shapes.intent(intent, false));
    }

    void put(Refund refund, String event) {
        account.put(refund);
        tell(event, Shapes.refund(refund));
    }

    void tellOfCharge(Intent intent, String event) {
        tell(event, Shapes.charge(intent));
    }

    /** Without an endpoint nobody wants to know. */
    private void tell(String type, Map<String, Object> object) {
        Endpoint endpoint = account.endpoint();
        if (endpoint != null) {
            Notice notice = Notice.of(Account.newId("evt_"), type, account.now(), endpoint.apiVersion(), key, object);
            account.add(notice);
            notices.add(notice);
        }
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
