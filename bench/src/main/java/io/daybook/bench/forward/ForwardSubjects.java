package io.daybook.bench.forward;

import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;
import io.daybook.infra.serialization.SerializationConfig;

/** The floor, the publisher of axon-kafka, and Daybook. */
public final class ForwardSubjects implements Subjects {
    static final String AXON_KAFKA = "axon-kafka";
    static final String DAYBOOK = "daybook";

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        String bootstrap = servers.kafkaBootstrap();
        // the topic that the forwarder has for ledgers
        String topic = Topics.create(bootstrap, name + ".ledger");
        Carrier carrier = switch (name) {
            case Outcome.FLOOR -> new FloorCarrier(bootstrap, topic);
            case AXON_KAFKA -> new AxonKafkaCarrier(bootstrap, topic, SerializationConfig.generalSerializer());
            case DAYBOOK -> new DaybookCarrier(servers, name + ".", topic);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
        return new Carriage(carrier, new Reader(bootstrap, topic));
    }
}
