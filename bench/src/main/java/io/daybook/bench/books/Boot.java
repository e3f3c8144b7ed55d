package io.daybook.bench.books;

import io.daybook.devservers.Addresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts a Spring Boot program without a web server, and with no more of this class path than it would have by itself. */
public final class Boot {
    private static final List<String> ANYBODYS = List.of(
            "org.axonframework.",
            "org.springframework.boot.autoconfigure.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.persistence.",
            "org.springframework.boot.sql.",
            "org.springframework.boot.transaction.");

    private Boot() {}

    /** @param packages whose auto-configurations the program has beside those that every program with a database has */
    public static ConfigurableApplicationContext start(
            Class<?> program,
            Addresses servers,
            List<String> packages,
            Map<String, Object> settings,
            Consumer<GenericApplicationContext> beans) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("spring.autoconfigure.exclude", String.join(",", others(packages)));
        all.put("spring.main.banner-mode", "off");
        all.put("logging.level.root", "warn");
        all.put("axon.axonserver.enabled", "false");
        all.put("spring.datasource.url", servers.jdbcUrl());
        all.put("spring.datasource.username", servers.jdbcUser());
        all.put("spring.datasource.password", servers.jdbcPassword());
        SpringApplication application = new SpringApplication(program);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(all);
        application.addInitializers(context -> beans.accept((GenericApplicationContext) context));
        return application.run();
    }

    private static List<String> others(List<String> packages) {
        List<String> kept = new ArrayList<>(ANYBODYS);
        kept.addAll(packages);
        List<String> others = new ArrayList<>();
        ImportCandidates.load(AutoConfiguration.class, Boot.class.getClassLoader())
                .forEach(candidate -> {
                    if (kept.stream().noneMatch(candidate::startsWith)) {
                        others.add(candidate);
                    }
                });
        return others;
    }
}
