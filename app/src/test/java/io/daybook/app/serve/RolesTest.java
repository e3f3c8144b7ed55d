package io.daybook.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RolesTest {

    @Test
    void roles_are_read_whatever_their_case_and_spacing() {
        assertThat(Roles.parse(" Query, command")).isEqualTo(new Roles(Set.of(Role.QUERY, Role.COMMAND)));
    }

    @Test
    void each_role_switches_its_own_inputs_only() {
        assertThat(Roles.parse("forwarder").runFlags())
                .isEqualTo(Map.of(
                        "daybook.run.processes", false,
                        "daybook.run.forwarder", true,
                        "daybook.run.projections", false));
    }

    @Test
    void an_input_that_is_set_by_name_is_as_it_was_set() {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "given", Map.of("daybook.roles", "command,query", "daybook.run.processes", "false")));

            new RunFlags().initialize(context);

            assertThat(context.getEnvironment().getProperty("daybook.run.processes"))
                    .isEqualTo("false");
            assertThat(context.getEnvironment().getProperty("daybook.run.forwarder"))
                    .isEqualTo("false");
        }
    }

    @Test
    void a_process_needs_the_stores_of_its_roles() {
        assertThat(Roles.parse("command,forwarder").needs())
                .containsExactlyInAnyOrder(StoreAddress.POSTGRESQL, StoreAddress.KAFKA);
    }

    @Test
    void an_unknown_role_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> Roles.parse("comand"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown role 'comand'; the roles are command, forwarder, projections, query");
    }

    @Test
    void no_role_at_all_is_refused() {
        assertThatThrownBy(() -> Roles.parse(" ,"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name at least one role: command, forwarder, projections, query");
    }
}
