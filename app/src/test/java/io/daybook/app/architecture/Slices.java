package io.daybook.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.daybook.domain.kernel.Command;
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
        JavaClass family = decider.getMethods().stream()
                .filter(m -> m.getName().equals("decide"))
                .map(m -> m.getRawParameterTypes().getFirst())
                .findFirst()
                .orElseThrow();
        return Stream.of(family.reflect().getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .map(command -> row(decider, command));
    }

    private static String row(JavaClass decider, Class<?> command) {
        List<JavaMethod> decisions = decisionsOn(command, decider);
        JavaClass place = decisions.getFirst().getOwner();
        return "| `%s` | %s | [%s](../domain/src/main/java/%s.java) | %s |"
                .formatted(
                        command.getSimpleName(),
                        events(Stream.concat(decisions.stream(), whatIsToldOfEach(decider))),
                        place.getSimpleName(),
                        place.getName().replace('.', '/'),
                        test(decider.getPackageName(), command));
    }

    private static List<JavaMethod> decisionsOn(Class<?> command, JavaClass decider) {
        return decider.getPackage().getClasses().stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(command)))
                .filter(m -> !m.getOwner().isEquivalentTo(command))
                .toList();
    }

    private static String events(Stream<JavaMethod> decisions) {
        Set<String> events = new TreeSet<>();
        decisions.forEach(m -> collect(m, events, new HashSet<>()));
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
                .map(JavaMethod.class::cast)
                .filter(m -> m.getRawParameterTypes().stream().noneMatch(p -> p.isAssignableTo(Command.class)));
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
