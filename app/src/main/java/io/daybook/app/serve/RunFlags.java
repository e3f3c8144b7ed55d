package io.daybook.app.serve;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Derives from {@code daybook.roles} what each module's inputs are told. A flag that is set by name wins, so that an operator can
 * take commands while the processes rest.
 */
public final class RunFlags implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Roles roles = Roles.parse(context.getEnvironment().getRequiredProperty("daybook.roles"));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("roles", roles.runFlags()));
    }
}
