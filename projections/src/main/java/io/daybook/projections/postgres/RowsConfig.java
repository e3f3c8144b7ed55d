package io.daybook.projections.postgres;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Finds the entities and repositories by which answers read rows. The entities named here are all that Hibernate knows: Axon's own
 * are not among them, since its token store is JDBC's.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories("io.daybook.projections")
@EntityScan("io.daybook.projections")
class RowsConfig {}
