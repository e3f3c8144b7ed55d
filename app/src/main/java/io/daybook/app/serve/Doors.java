package io.daybook.app.serve;

import io.daybook.app.problem.Problem;
import io.daybook.app.problem.ProblemWriter;
import io.daybook.infra.eventstore.StoreNotAdopted;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Which request may enter where: operators' paths on the admin port with its token, everything else on the main port, commands
 * and queries only where the process has the role, and only while the store is adopted: views may tell what a restored log has not.
 */
final class Doors extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AdminPort admin;
    private final AdminToken token;
    private final Roles roles;
    private final Supplier<Optional<String>> notAdopted;
    private final ProblemWriter writer;

    /** @param notAdopted why the store may not be used, empty when it may */
    Doors(AdminPort admin, AdminToken token, Roles roles, Supplier<Optional<String>> notAdopted, ProblemWriter writer) {
        this.admin = admin;
        this.token = token;
        this.roles = roles;
        this.notAdopted = notAdopted;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem refused = refused(request);
        if (refused == null) {
            chain.doFilter(request, response);
        } else {
            writer.write(response, refused);
        }
    }

    private @Nullable Problem refused(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean operators = path.startsWith("/admin/") || path.startsWith("/actuator");
        if (operators != (request.getLocalPort() == admin.number())) {
            return Problem.of(404, "request.unknown-path", "Nothing is served at this path.");
        }
        if (operators) {
            return path.startsWith("/actuator") || token.opens(request.getHeader("Authorization"))
                    ? null
                    : Problem.of(401, "request.unauthorized", "The admin API needs its token.");
        }
        if (isAboutTheApi(path)) {
            return null;
        }
        Role needed = READING.contains(request.getMethod()) ? Role.QUERY : Role.COMMAND;
        if (!roles.has(needed) && !path.equals("/graphql")) {
            return Problem.of(404, "request.role-not-here", "This process does not have the role " + needed + ".");
        }
        return notAdopted
                .get()
                .map(why -> Problem.of(503, StoreNotAdopted.CODE, "The store is not adopted: " + why + "."))
                .orElse(null);
    }

    private static boolean isAboutTheApi(String path) {
        return path.startsWith("/v3/api-docs") || path.startsWith("/graphiql") || path.equals("/error");
    }
}
