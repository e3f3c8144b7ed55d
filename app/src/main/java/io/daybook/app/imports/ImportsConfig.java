package io.daybook.app.imports;

import io.daybook.app.imports.job.ImportJobs;
import io.daybook.app.imports.job.ImportRunner;
import io.daybook.app.imports.job.JdbcImportJobs;
import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Spool;
import io.daybook.app.imports.orders.OrdersKind;
import io.daybook.app.imports.products.ProductsKind;
import io.daybook.app.imports.stock.StockKind;
import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Commands;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportsConfig {

    @Bean
    Spool importSpool(@Value("${daybook.data.dir:${daybook.home:.daybook}/data}") Path data) {
        return new Spool(data.resolve("imports"));
    }

    @Bean
    ImportJobs importJobs(JdbcClient jdbc) {
        return new JdbcImportJobs(jdbc);
    }

    @Bean
    Kind productsKind(@Value("${daybook.currency}") String currency) {
        return new ProductsKind(currency);
    }

    @Bean
    Kind ordersKind(ImportSettings settings) {
        return new OrdersKind(settings.ordersCurrency());
    }

    @Bean
    Kind stockKind() {
        return new StockKind();
    }

    @Bean
    ImportRunner importRunner(
            ImportJobs jobs,
            List<Kind> kinds,
            Spool spool,
            Commands commands,
            Answers answers,
            ImportSettings settings,
            @Value("${daybook.run.processes:true}") boolean run) {
        return new ImportRunner(jobs, kinds, spool, commands, answers, settings.inFlight(), run);
    }

    @Bean
    ImportsEndpoint importsEndpoint(ImportJobs jobs, List<Kind> kinds, Spool spool) {
        return new ImportsEndpoint(jobs, kinds.stream().filter(Kind::isUploaded).toList(), spool);
    }
}
