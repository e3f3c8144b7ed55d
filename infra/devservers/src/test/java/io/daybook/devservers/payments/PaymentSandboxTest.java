package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as itself; whether it speaks as its clients expect is tested with their SDK, where that is used. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentSandboxTest {

    private static final String PAY = "amount=500&currency=eur&payment_method=pm_card_visa&confirm=true"
            + "&capture_method=manual&metadata[order]=o-1";

    @Test
    void what_was_answered_is_there_again_after_the_process_was_killed(@TempDir Path folder)
            throws IOException, InterruptedException {
        String answer;
        try (SandboxProcess first = new SandboxProcess(folder)) {
            answer = first.send("POST", "/v1/payment_intents", PAY, "key-1");
            assertThat(answer).startsWith("200 ").contains("\"status\":\"requires_capture\"");
            first.kill();
        }
        Files.writeString(folder.resolve("journal"), "sk_test_1\tintent\tid=pi_torn", UTF_8, StandardOpenOption.APPEND);

        try (SandboxProcess second = new SandboxProcess(folder)) {
            assertThat(second.send("POST", "/v1/payment_intents", PAY, "key-1")).isEqualTo(answer);
            assertThat(second.send("GET", "/sandbox/ledger", "", ""))
                    .isEqualTo("200 {\"orders\":[{\"order\":\"o-1\",\"currency\":\"eur\",\"payments\":1,"
                            + "\"authorised\":500,\"held\":500,\"captured\":0,\"refunded\":0}]}");
            assertThat(second.end()).isZero();
        }
    }

    @Test
    void a_key_that_is_used_for_something_else_is_refused_as_stripe_does(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SandboxProcess sandbox = new SandboxProcess(folder)) {
            sandbox.send("POST", "/v1/payment_intents", PAY, "key-1");

            assertThat(sandbox.send("POST", "/v1/payment_intents", PAY.replace("500", "501"), "key-1"))
                    .startsWith("400 {\"error\":{\"type\":\"idempotency_error\",");
            assertThat(sandbox.send("GET", "/v1/nowhere/pi_1", "", "")).startsWith("404 ");
        }
    }

    @Test
    void lists_come_in_pages(@TempDir Path folder) throws IOException, InterruptedException {
        try (SandboxProcess sandbox = new SandboxProcess(folder)) {
            for (int n = 0; n < 3; n++) {
                sandbox.send("POST", "/v1/payment_intents", PAY, "key-" + n);
            }

            String first = sandbox.send("GET", "/v1/payment_intents?limit=2", "", "");

            assertThat(first).contains("\"has_more\":true");
            String last = first.substring(first.lastIndexOf("\"id\":\"pi_") + 6).split("\"", 2)[0];
            assertThat(sandbox.send("GET", "/v1/payment_intents?limit=2&starting_after=" + last, "", ""))
                    .contains("\"has_more\":false")
                    .containsOnlyOnce("\"object\":\"payment_intent\"");
        }
    }

    @Test
    void the_same_seed_brings_the_same_faults_in_whichever_order_requests_come() {
        List<Set<Fault>> forwards = drawn(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        List<Set<Fault>> backwards = drawn(List.of("h", "g", "f", "e", "d", "c", "b", "a"));

        assertThat(forwards).isEqualTo(backwards.reversed());
        assertThat(forwards).anyMatch(Set::isEmpty).anyMatch(faults -> !faults.isEmpty());
    }

    private static List<Set<Fault>> drawn(List<String> keys) {
        Plan plan = new Plan();
        plan.tell(Form.parse("permille=500&seed=3"));
        List<Set<Fault>> drawn = new ArrayList<>();
        keys.forEach(key -> drawn.add(plan.draw("create", key, null)));
        return drawn;
    }
}
