package io.daybook.app.serve;

import io.daybook.app.problem.ProblemWriter;
import io.daybook.infra.eventstore.Adoption;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServeSettings.class)
class ServeConfig {

    @Bean
    Roles roles(ServeSettings settings) {
        return Roles.parse(settings.roles());
    }

    @Bean
    AdminToken adminToken(ServeSettings settings) {
        String configured = settings.admin().token();
        return configured == null || configured.isBlank() ? AdminToken.drawn() : new AdminToken(configured);
    }

    @Bean
    AdminPort adminPort(ServeSettings settings) {
        return new AdminPort(settings.admin().address(), settings.admin().port());
    }

    /** The store is asked for at the first request, since doors are made before there is a database. */
    @Bean
    FilterRegistrationBean<Doors> doors(
            AdminPort admin, AdminToken token, Roles roles, ObjectProvider<Adoption> adoption, ProblemWriter writer) {
        var filter = new FilterRegistrationBean<>(
                new Doors(admin, token, roles, () -> adoption.getObject().refusal(), writer));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    KeyInOpenApi keyInOpenApi() {
        return new KeyInOpenApi();
    }

    @Bean
    Announcement announcement(ServeSettings settings, AdminPort admin, AdminToken token) {
        return new Announcement(settings, admin, token);
    }
}
