package io.daybook.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.daybook.domain.kernel.DomainEvent;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The rules, as values, so that each can be checked against our code and against the class that breaks it. */
final class Rules {
    static final List<String> CONTEXTS =
            List.of("catalog", "inventory", "order", "payment", "fraud", "notification", "fulfilment");

    private Rules() {}

    static final ArchRule DOMAIN_DEPENDS_ON_THE_JDK_AND_JSPECIFY_ONLY = classes()
            .that()
            .resideInAPackage("io.daybook.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.daybook.domain..", "java..", "org.jspecify..");

    /** Fields say it all: what a record or a state holds, a method can take or return. */
    static final ArchRule NO_FLOAT_OR_DOUBLE_IN_DOMAIN = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.daybook.domain..")
            .should()
            .haveRawType(describe(
                    "floating point",
                    type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                            .contains(type.getName())));

    static final ArchRule NOBODY_READS_THE_CLOCK_OR_DRAWS_AN_ID_IN_DOMAIN = noClasses()
            .that()
            .resideInAPackage("io.daybook.domain..")
            .should()
            .accessTargetWhere(describe("draws from outside", Rules::drawsFromOutside));

    /** All but the guard that watches over this at run time, which must know what it guards. */
    static final ArchRule PROJECTIONS_REACH_NO_GATEWAY = noClasses()
            .that()
            .resideInAPackage("io.daybook.projections..")
            .and()
            .doNotHaveFullyQualifiedName("io.daybook.projections.ProjectionsConfig")
            .and()
            .doNotHaveFullyQualifiedName("io.daybook.projections.running.NoMessagesWhileFolding")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.axonframework.commandhandling..",
                            "org.axonframework.eventhandling.gateway..",
                            "org.axonframework.eventsourcing..",
                            "org.apache.kafka.clients.producer..",
                            "io.daybook.command..")
                    .or(describe(
                            "publish",
                            c -> Set.of(
                                            "org.axonframework.eventhandling.EventBus",
                                            "org.springframework.kafka.core.KafkaTemplate",
                                            "java.net.http.HttpClient")
                                    .contains(c.getName()))));

    /** Who may see whom; the table of the architecture page. */
    static List<ArchRule> modulesDependInwardsOnly() {
        return List.of(
                only("query", "domain.kernel"),
                only("command", "domain"),
                only("projections", "domain", "query"),
                only("infra", "domain", "command", "projections"),
                only("app", "domain", "command", "query", "projections", "infra", "devservers"));
    }

    /** In the domain a context knows none but the kernel; on the write side only {@code fulfilment} brings several together. */
    static List<ArchRule> aContextKnowsAnotherOnlyByItsEvents() {
        return CONTEXTS.stream()
                .flatMap(context -> Stream.of("domain", "command")
                        .filter(module -> !(module.equals("command") && context.equals("fulfilment")))
                        .map(module -> knowsOnlyEventsOfOthers(module, context)))
                .toList();
    }

    /** So that the compiler finds the event that was forgotten; but a process is named after the one event it reacts to. */
    static final ArchRule EVERY_EVENT_HANDLER_TAKES_A_SEALED_FAMILY = methods()
            .that()
            .areMetaAnnotatedWith("org.axonframework.eventhandling.EventHandler")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotStartingWith("When")
            .should(takeASealedFamily());

    private static ArchRule only(String module, String... visible) {
        String[] others = Stream.of("domain", "command", "query", "projections", "infra", "app", "devservers", "bench")
                .filter(other -> !other.equals(module))
                .filter(other -> Stream.of(visible).noneMatch(other::equals))
                .map(other -> "io.daybook." + other + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> hidden = resideInAnyPackage(others);
        for (String seen : visible) {
            hidden = hidden.and(DescribedPredicate.not(resideInAPackage("io.daybook." + seen + "..")));
        }
        return noClasses()
                .that()
                .resideInAPackage("io.daybook." + module + "..")
                .should()
                .dependOnClassesThat(hidden)
                .as(module + " depends on nothing of ours but " + String.join(", ", visible));
    }

    private static ArchRule knowsOnlyEventsOfOthers(String module, String context) {
        String[] others = CONTEXTS.stream()
                .filter(other -> !other.equals(context))
                .flatMap(other -> Stream.of("domain", "command").map(m -> "io.daybook." + m + "." + other + ".."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.daybook." + module + "." + context + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others)
                        .and(DescribedPredicate.not(describe("are events", c -> c.isAssignableTo(DomainEvent.class)))))
                .as(module + "." + context + " knows other contexts only by their events")
                .allowEmptyShould(true);
    }

    private static boolean drawsFromOutside(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return (name.equals("now") && owner.getPackageName().equals("java.time"))
                || owner.isAssignableTo(Clock.class)
                || owner.isAssignableTo(Random.class)
                || name.equals("randomUUID")
                || (owner.getName().equals("java.lang.Math") && name.equals("random"))
                || name.equals("currentTimeMillis")
                || name.equals("nanoTime");
    }

    private static ArchCondition<JavaMethod> takeASealedFamily() {
        return new ArchCondition<>("take a sealed family of events") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean sealed = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().getFirst().reflect().isSealed();
                events.add(new SimpleConditionEvent(
                        method,
                        sealed,
                        method.getFullName() + (sealed ? " takes" : " does not take") + " a sealed family"));
            }
        };
    }
}
