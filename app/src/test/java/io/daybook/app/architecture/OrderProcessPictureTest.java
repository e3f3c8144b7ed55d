package io.daybook.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The picture of the order process shows what there is, all of it, and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderProcessPictureTest {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\b");

    private final String page = Docs.read("order-process.md");
    private final String picture = page.substring(page.indexOf("```mermaid"), page.indexOf("```\n\n"));

    @Test
    void every_name_is_that_of_a_command_an_event_or_a_process() {
        Set<String> known = Code.OURS.stream()
                .filter(type -> type.isAssignableTo(Command.class)
                        || type.isAssignableTo(DomainEvent.class)
                        || isOfFulfilment(type))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(page)).isSubsetOf(known);
    }

    @Test
    void every_event_of_orders_and_payments_is_shown() {
        assertThat(names(picture))
                .containsAll(Stream.of(OrderEvent.class, PaymentEvent.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void every_process_is_shown() {
        assertThat(names(picture))
                .containsAll(Code.OURS.stream()
                        .filter(OrderProcessPictureTest::isOfFulfilment)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.startsWith("When"))
                        .toList());
    }

    private static boolean isOfFulfilment(JavaClass type) {
        return type.getPackageName().equals("io.daybook.command.fulfilment");
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
