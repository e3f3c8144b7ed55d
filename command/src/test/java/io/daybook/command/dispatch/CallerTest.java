package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallerTest {
    private static final Principal ADA = () -> "ada";

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void who_asks_by_http_is_known_to_mutations() {
        assertThat(known(ADA)).isEqualTo(ADA);
    }

    @Test
    void who_has_no_name_is_not() {
        assertThat(known(null)).isNull();
    }

    private static @Nullable Principal known(@Nullable Principal asks) {
        MockHttpServletRequest http = new MockHttpServletRequest();
        http.setUserPrincipal(asks);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(http));
        WebGraphQlRequest request = new WebGraphQlRequest(
                URI.create("/graphql"),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                Map.of("query", "{ nothing }"),
                "1",
                Locale.ROOT);
        var _ = new Caller().intercept(request, passed -> Mono.empty());
        return request.toExecutionInput().getGraphQLContext().get(Caller.CALLER);
    }
}
