package io.daybook.domain.kernel;

/** A wish addressed to one aggregate. Time and new ids arrive in it, so that deciding stays pure. */
public interface Command {
    String aggregateId();
}
