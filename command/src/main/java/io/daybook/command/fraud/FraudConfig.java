package io.daybook.command.fraud;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looks for fraud. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FraudProperties.class)
class FraudConfig {
    @Bean
    @ConditionalOnMissingBean
    FraudCheck fraudCheck(FraudProperties properties, EarlierOrders earlier) {
        return new OwnRules(properties.rules(), earlier);
    }
}
