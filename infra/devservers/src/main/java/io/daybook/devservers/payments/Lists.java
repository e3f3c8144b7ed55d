package io.daybook.devservers.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists and searches, the newest first, a page at a time. */
final class Lists {

    private static final Pattern CLAUSE = Pattern.compile("\\s*metadata\\[['\"](\\w+)['\"]]:['\"]([^'\"]*)['\"]\\s*");

    private Lists() {}

    static Reply intents(Account account, Form form) {
        long from = form.number("created[gte]", 0);
        long to = form.number("created[lte]", Long.MAX_VALUE);
        List<Intent> found =
                newestFirst(account.intents(), intent -> intent.created() >= from && intent.created() <= to);
        return page(
                "list",
                "/v1/payment_intents",
                found,
                Intent::id,
                form,
                intent -> Shapes.intent(intent, withCharge(form)));
    }

    /** As with Stripe, what is young is not found: it takes a while to be indexed. */
    static Reply search(Account account, Form form) {
        Predicate<Intent> wanted = query(form.required("query"));
        long before = account.nowMillis() - account.plan().searchLagMillis();
        List<Intent> found = newestFirst(account.intents(), wanted.and(intent -> intent.created() * 1_000 <= before));
        return page(
                "search_result",
                "/v1/payment_intents/search",
                found,
                Intent::id,
                form,
                intent -> Shapes.intent(intent, withCharge(form)));
    }

    static Reply refunds(Account account, Form form) {
        String intent = form.text("payment_intent", "");
        List<Refund> found = newestFirst(
                account.refunds(), refund -> intent.isEmpty() || refund.intent().equals(intent));
        return page("list", "/v1/refunds", found, Refund::id, form, Shapes::refund);
    }

    private static boolean withCharge(Form form) {
        return form.expands("data.latest_charge");
    }

    private static <T> List<T> newestFirst(List<T> all, Predicate<T> wanted) {
        List<T> found = new ArrayList<>(all.stream().filter(wanted).toList());
        Collections.reverse(found);
        return found;
    }

    private static Predicate<Intent> query(String text) {
        Predicate<Intent> all = intent -> true;
        for (String clause : text.split(" AND ", -1)) {
            Matcher parts = CLAUSE.matcher(clause);
            if (!parts.matches()) {
                throw Refusal.invalid(null, "query", "This sandbox searches by metadata['name']:'value' only.");
            }
            String name = parts.group(1);
            String value = parts.group(2);
            all = all.and(intent -> value.equals(intent.metadata().get(name)));
        }
        return all;
    }

    private static <T> Reply page(
            String kind, String url, List<T> found, Function<T, String> id, Form form, Function<T, Object> shape) {
        String after = form.text(kind.equals("list") ? "starting_after" : "page", "");
        int start = 0;
        while (!after.isEmpty()
                && start < found.size()
                && !id.apply(found.get(start)).equals(after)) {
            start++;
        }
        start = after.isEmpty() ? 0 : Math.min(start + 1, found.size());
        int end = (int) Math.min(start + form.number("limit", 10), found.size());
        boolean more = end < found.size();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("object", kind);
        page.put("url", url);
        page.put("has_more", more);
        page.put("data", found.subList(start, end).stream().map(shape).toList());
        if (kind.equals("search_result")) {
            page.put("next_page", more ? id.apply(found.get(end - 1)) : null);
        }
        return Reply.ok(page);
    }
}
