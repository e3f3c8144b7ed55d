package io.daybook.infra.eventstore;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** What Axon's token table is called here. */
final class TokenTable {
    static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("timestamp")
            .setOwnerColumn("owner")
            .build();

    private TokenTable() {}
}
