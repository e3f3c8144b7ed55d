package io.daybook.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.daybook.domain.kernel.DomainEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from the deciders' byte code which command can lead to which events. */
final class Slices {
    private static final List<String> DECIDERS = List.of(
            "io.daybook.domain.catalog.ProductDecider",
            "io.daybook.domain.inventory.InventoryDecider",
            "io.daybook.domain.order.OrderDecider",
            "io.daybook.domain.payment.PaymentDecider");

    private Slices() {}

    static String page() {
        return """
                # Slices

                What may be asked, what can come of it, and where to read on. Made from the deciders' code; a test fails when this
                page is stale (see [how-to.md](how-to.md)).

                | command | events | decider | test |
                |---|---|---|---|
                """ + DECIDERS.stream().flatMap(Slices::rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> rows(String name) {
        JavaClass decider = Code.OURS.get(name);
        String pkg = decider.getPackageName();
        JavaClass family = decider.getMethods().stream()
                .filter(m -> m.getName().equals("decide"))
                .map(m -> m.getRawParameterTypes().getFirst())
                .findFirst()
                .orElseThrow();
        return Stream.of(family.reflect().getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .map(command -> "| `%s` | %s | [%s](../domain/src/main/java/%s.java) | %s |"
                        .formatted(
                                command.getSimpleName(),
                                events(decider, command),
                                decider.getSimpleName(),
                                name.replace('.', '/'),
                                test(pkg, command)));
    }

    private static String events(JavaClass decider, Class<?> command) {
        Set<String> events = new TreeSet<>();
        decider.getMethods().stream()
                .filter(m -> !m.getName().equals("decide"))
                .filter(m -> takes(m, command))
                .forEach(m -> collect(m, events, new HashSet<>()));
        whatIsToldOfEach(decider).forEach(m -> collect(m, events, new HashSet<>()));
        return events.stream().map(e -> "`" + e + "`").collect(Collectors.joining(", "));
    }

    /** What each decision asks another class to add, whatever the command was. */
    private static Stream<JavaMethod> whatIsToldOfEach(JavaClass decider) {
        return decider.getMethods().stream()
                .filter(m -> m.getName().equals("decide"))
                .flatMap(m -> m.getMethodCallsFromSelf().stream())
                .filter(call -> !call.getTargetOwner().equals(decider)
                        && call.getTargetOwner().getPackageName().equals(decider.getPackageName()))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast);
    }

    private static boolean takes(JavaMethod method, Class<?> command) {
        return method.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(command));
    }

    /** Follows calls inside the context, for events are often made by a method that names what happened. */
    private static void collect(JavaMethod method, Set<String> events, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return;
        }
        method.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(owner -> owner.isAssignableTo(DomainEvent.class))
                .forEach(owner -> events.add(owner.getSimpleName()));
        Stream.concat(method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .filter(call -> call.getTargetOwner()
                        .getPackageName()
                        .equals(method.getOwner().getPackageName()))
                .filter(call -> !call.getTarget().getName().equals("evolve"))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .forEach(called -> collect(called, events, seen));
    }

    private static String test(String pkg, Class<?> command) {
        String path = "domain/src/test/java/" + pkg.replace('.', '/') + "/" + command.getSimpleName() + "Test.java";
        return Docs.exists(path) ? "[%sTest](../%s)".formatted(command.getSimpleName(), path) : "";
    }
}
