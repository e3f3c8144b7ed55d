package io.daybook.app.problem;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProblemLimits.class)
@Import(ErrorPage.class)
class ProblemConfig {

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    UnreadRequests unreadRequests(ProblemWriter writer) {
        return new UnreadRequests(writer);
    }

    @Bean
    HandlerExceptionResolver problemResolver(ProblemWriter writer) {
        return new ProblemResolver(writer);
    }

    @Bean
    DataFetcherExceptionResolver graphQlProblems() {
        return new GraphQlProblems();
    }

    @Bean
    WebGraphQlInterceptor graphQlCodes() {
        return new GraphQlCodes();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter writer, ProblemLimits limits) {
        var filter = new FilterRegistrationBean<>(new BodyLimit(writer, limits));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
