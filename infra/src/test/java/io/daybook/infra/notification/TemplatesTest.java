package io.daybook.infra.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.notification.NotificationKind;
import io.daybook.domain.kernel.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplatesTest {
    private final Templates templates = new Templates(Messages.TEMPLATES);

    @Test
    void a_confirmation_says_what_was_ordered_and_what_it_costs() {
        Letter letter = templates.write(Messages.confirmed(Messages.ADA));

        assertThat(letter.subject()).isEqualTo("Lamps & Co: your order o-1 is confirmed");
        assertThat(letter.text()).isEqualTo("""
                Hello Ada & Söhne <x>,

                thank you for your order. It is confirmed, and we are getting it ready.

                2 x Lamp, "Aalto" <blue> (lamp): €50.00
                1 x Bulb (bulb): €2.99
                Shipping: €4.90
                Voucher: -€5.00

                Total: €52.89

                We will write again when it is on its way.

                Your order: https://lamps.example/orders/o-1

                Lamps & Co
                """);
    }

    @Test
    void what_came_from_outside_cannot_become_html() {
        String html = Objects.requireNonNull(
                templates.write(Messages.confirmed(Messages.ADA)).html());

        assertThat(html)
                .contains("Hello Ada &amp; Söhne &lt;x&gt;,", "Lamp, &quot;Aalto&quot; &lt;blue&gt;", "€52.89")
                .doesNotContain("<x>", "<blue>");
    }

    @Test
    void a_part_of_an_order_is_told_from_the_last_parcel() {
        assertThat(templates
                        .write(Messages.simple(NotificationKind.ORDER_SHIPPED, null, null, false))
                        .subject())
                .isEqualTo("Lamps & Co: part of your order o-1 is on its way");
        assertThat(templates
                        .write(Messages.simple(NotificationKind.ORDER_SHIPPED, null, null, true))
                        .subject())
                .isEqualTo("Lamps & Co: your order o-1 is on its way");
    }

    @ParameterizedTest
    @CsvSource({
        "payment-timeout, Its payment did not reach us in time.",
        "review-timeout, We could not check it in time.",
        "stock-lost, What you ordered is not there any more. We are sorry.",
        "changed my mind, Reason: changed my mind"
    })
    void a_cancelled_order_says_why_in_words(String reason, String words) {
        Letter letter = templates.write(Messages.simple(NotificationKind.ORDER_CANCELLED, null, reason, false));

        assertThat(letter.text()).contains(words);
        assertThat(letter.html()).contains(words);
        assertThat(letter.text() + letter.html()).doesNotContain("Reason: " + "payment", "Reason: stock");
    }

    @Test
    void a_warehouse_is_told_in_plain_text() {
        Letter letter = templates.write(Messages.toPick());

        assertThat(letter.subject()).isEqualTo("To pick at north: order o-1");
        assertThat(letter.text()).contains("2 x lamp  Lamp");
        assertThat(letter.html()).isNull();
    }

    @Test
    void every_kind_a_customer_gets_has_text_and_html() {
        for (NotificationKind kind : NotificationKind.values()) {
            Letter letter = templates.write(Words.most(kind));
            assertThat(letter.text()).isNotBlank();
            assertThat(letter.html() != null).isEqualTo(kind.audience() == NotificationKind.Audience.CUSTOMER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1250, EUR, en-GB, €12.50",
        "-1250, EUR, en-GB, -€12.50",
        "1200, JPY, en-GB, 'JP¥1,200'",
        "1234567, BHD, en-GB, 'BHD1,234.567'",
        "123456, EUR, de-DE, '1.234,56 €'",
        "1250, XQX, en-GB, 12.50 XQX"
    })
    void an_amount_has_the_decimals_of_its_currency(long minor, String currency, String locale, String written) {
        assertThat(new Amounts(Locale.forLanguageTag(locale))
                        .of(new Money(minor, currency))
                        .replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @Test
    void a_file_in_the_operators_folder_takes_the_place_of_the_template_of_its_name(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("to-pick.txt"), "Subject: Los, {{location}}\n\n{{#lines}}{{sku}}{{/lines}}\n");
        Files.writeString(folder.resolve("to-pick.html"), "<p>{{#lines}}{{sku}}{{/lines}}</p>");

        Templates own = new Templates(Messages.overriddenBy(folder));

        assertThat(own.write(Messages.toPick()).subject()).isEqualTo("Los, north");
        assertThat(own.write(Messages.toPick()).html()).contains("<p>lamp</p>");
        assertThat(own.write(Messages.confirmed(Messages.ADA)).subject()).contains("is confirmed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to-pick.txt        | Subject: x\\n\\n{{#lines}}            | template to-pick.txt:
            to-pick.txt        | no subject\\n\\n                      | template to-pick.txt: its first line must be
            to-pick.txt        | Subject: x\\n\\n                      | template to-pick.txt: it says nothing
            to-pick.txt        | Subject: {{surname}}\\n\\nx           | template to-pick.txt:
            order-cancelled.txt | Subject: x\\n\\n{{reason}}         | template order-cancelled.txt:
            order-shipped.html | {{amount}}                          | template order-shipped.html:
            layout.html        | {{{contents}}}                      | template layout.html:
            order-shiped.html  | x                                   | order-shiped.html is not the name of a template
            """)
    void a_bad_template_is_named_at_the_start(String file, String content, String named, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve(file), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> new Templates(Messages.overriddenBy(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining(named);
    }

    @Test
    void a_folder_that_is_none_is_named_at_the_start() {
        assertThatThrownBy(() -> new Templates(Messages.overriddenBy(Path.of("/nowhere"))))
                .hasMessage("daybook.notifications.templates.folder: /nowhere is no folder");
    }
}
