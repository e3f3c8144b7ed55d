package io.daybook.app.demo;

import io.daybook.app.imports.job.ImportJobs;
import io.daybook.app.imports.job.Kind;
import io.daybook.projections.history.EventLog;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemoConfig {

    @Bean
    Kind demoKind(@Value("${daybook.currency}") String currency) {
        return new DemoKind(currency);
    }

    @Bean
    DemoLoader demoLoader(ImportJobs jobs, EventLog log, @Qualifier("demoKind") Kind kind) {
        return new DemoLoader(jobs, log, kind);
    }

    @Bean
    DemoAtStart demoAtStart(
            DemoLoader loader, @Qualifier("demoKind") Kind kind, @Value("${daybook.demo:false}") boolean wanted) {
        return new DemoAtStart(loader, kind, wanted);
    }
}
