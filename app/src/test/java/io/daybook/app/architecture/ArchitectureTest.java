package io.daybook.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.domain.catalog.ProductCommand;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.order.OrderCommand;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {
    private static final JavaClasses BAD_DOMAIN = Code.offenders("io.daybook.domain.offender");

    @Test
    void domain_depends_on_the_jdk_and_jspecify_only() {
        holdsAndBites(Rules.DOMAIN_DEPENDS_ON_THE_JDK_AND_JSPECIFY_ONLY, BAD_DOMAIN);
    }

    @Test
    void nobody_reads_the_clock_or_draws_an_id_in_domain() {
        holdsAndBites(Rules.NOBODY_READS_THE_CLOCK_OR_DRAWS_AN_ID_IN_DOMAIN, BAD_DOMAIN);
    }

    @Test
    void no_float_or_double_in_domain() {
        holdsAndBites(Rules.NO_FLOAT_OR_DOUBLE_IN_DOMAIN, BAD_DOMAIN);
    }

    @Test
    void projections_reach_no_gateway() {
        holdsAndBites(Rules.PROJECTIONS_REACH_NO_GATEWAY, Code.offenders("io.daybook.projections.offender"));
    }

    @Test
    void every_event_handler_takes_a_sealed_family() {
        holdsAndBites(Rules.EVERY_EVENT_HANDLER_TAKES_A_SEALED_FAMILY, Code.offenders("io.daybook.command.offender"));
    }

    @Test
    void modules_depend_inwards_only() {
        holdAndBite(Rules.modulesDependInwardsOnly(), Code.offenders("io.daybook.query.offender"));
    }

    @Test
    void a_context_knows_another_only_by_its_events() {
        holdAndBite(Rules.aContextKnowsAnotherOnlyByItsEvents(), Code.offenders("io.daybook.domain.catalog.offender"));
    }

    @Test
    void every_permitted_command_has_a_handler() {
        List<String> handled = Code.OURS.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith("org.axonframework.commandhandling.CommandHandler"))
                .map(m -> m.getRawParameterTypes().getFirst().getName())
                .toList();
        // what fulfilment decides as a part of a wish of its own, such as the order inside a check-out
        List<String> decidedInside = Code.OURS.stream()
                .filter(c -> c.getPackageName().startsWith("io.daybook.command.fulfilment"))
                .flatMap(c -> c.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getName())
                .toList();
        assertThat(handled).doesNotHaveDuplicates();
        assertThat(Stream.of(ProductCommand.class, InventoryCommand.class, OrderCommand.class)
                        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                        .map(Class::getName))
                .isNotEmpty()
                .allMatch(command -> handled.contains(command) || decidedInside.contains(command));
    }

    private static void holdAndBite(List<ArchRule> rules, JavaClasses offenders) {
        rules.forEach(rule -> rule.check(Code.OURS));
        assertThat(rules).anyMatch(rule -> rule.evaluate(offenders).hasViolation());
    }

    private static void holdsAndBites(ArchRule rule, JavaClasses offenders) {
        rule.check(Code.OURS);
        assertThat(rule.evaluate(offenders).hasViolation())
                .as("the rule finds the class that breaks it: %s", rule.getDescription())
                .isTrue();
    }
}
