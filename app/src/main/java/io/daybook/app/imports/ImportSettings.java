package io.daybook.app.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are imported.
 *
 * @param inFlight lines, or invoices, of one file that are sent at the same time
 * @param ordersCurrency that past invoices are written in unless the upload says otherwise, ISO 4217
 */
@ConfigurationProperties("daybook.imports")
record ImportSettings(
        @DefaultValue("64") int inFlight,
        @DefaultValue("GBP") String ordersCurrency) {}
