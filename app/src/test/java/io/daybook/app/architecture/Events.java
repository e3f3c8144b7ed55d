package io.daybook.app.architecture;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.kernel.PersonalData;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of events: what each is called in the log and on Kafka, and what it holds. */
final class Events {
    private record Family(String context, String topic, Class<?> type) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("catalog", "daybook.catalog", ProductEvent.class),
            new Family("inventory", "daybook.inventory", InventoryEvent.class),
            new Family("order", "daybook.orders", OrderEvent.class),
            new Family("payment", "daybook.payments", PaymentEvent.class));

    private Events() {}

    static String page() {
        return """
                # Events

                Every fact Daybook keeps. The name and revision are the storage contract (`ce_type`, `ce_revision` on Kafka); the JSON
                of each is pinned by a golden file in `infra/src/test/resources/golden`. Fields marked *personal* are stored encrypted
                with the key of the person they are about. Made from the code; a test fails when this page is stale
                (see [how-to.md](how-to.md)).
                """ + FAMILIES.stream().map(Events::section).collect(Collectors.joining());
    }

    private static String section(Family family) {
        return "\n## " + family.context() + " (topic `" + family.topic() + "`)\n\n| event | fields |\n|---|---|\n"
                + Stream.of(family.type().getPermittedSubclasses())
                        .sorted(Comparator.comparing(Class::getSimpleName))
                        .map(event -> "| `%s.%s` r1 | %s |\n"
                                .formatted(family.context(), event.getSimpleName(), fields(event)))
                        .collect(Collectors.joining());
    }

    private static String fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).map(Events::field).collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        return component.getName() + ": " + name(component.getGenericType())
                + (personal(component.getType()) ? " *personal*" : "");
    }

    private static boolean personal(Class<?> type) {
        return PersonalData.class.isAssignableFrom(type)
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(c -> PersonalData.class.isAssignableFrom(c.getType())));
    }

    private static String name(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .map(Events::name)
                        .collect(Collectors.joining(
                                ", ", ((Class<?>) generic.getRawType()).getSimpleName() + " of ", ""))
                : ((Class<?>) type).getSimpleName();
    }
}
