package io.daybook.infra.serialization;

import tools.jackson.databind.node.ObjectNode;

/** Reads an event of an older shape as if it had been written in the next one. */
public interface EventUpcaster {
    /** The event's logical name. */
    String type();

    /** The revision it accepts; it answers the shape of the revision after it. */
    int from();

    ObjectNode upcast(ObjectNode older);
}
