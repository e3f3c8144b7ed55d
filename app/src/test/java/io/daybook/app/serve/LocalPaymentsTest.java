package io.daybook.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.DaybookApplication;
import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.devservers.Isolation;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalPaymentsTest {

    @Test
    void a_program_without_addresses_has_a_payment_sandbox_that_knows_where_to_send_webhooks() throws IOException {
        Path home = Path.of(System.getProperty("daybook.home"), "local-payments", Isolation.next())
                .toAbsolutePath();

        try (Serve program = Serve.start(
                DaybookApplication.class,
                Map.of(
                        "daybook.home",
                        home.toString(),
                        "daybook.roles",
                        "command",
                        "server.port",
                        "0",
                        "daybook.admin.port",
                        "0"))) {
            OrderId order = new OrderId("o-1");
            Authorisation answer = program.context()
                    .getBean(PaymentProvider.class)
                    .authorise(
                            order,
                            new Money(500, "EUR"),
                            new PaymentMethod("pm_card_visa"),
                            PaymentKey.authorise(order, 1));

            assertThat(answer).isInstanceOf(Authorisation.Authorised.class);
            String door = RunNote.ofRunning(home).orElseThrow().url() + "/webhooks/stripe";
            assertThat(Files.readString(home.resolve("data/payments/journal")))
                    .contains("\tendpoint\t")
                    .contains(URLEncoder.encode(door, UTF_8));
        }
    }
}
