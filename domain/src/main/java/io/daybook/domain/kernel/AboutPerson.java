package io.daybook.domain.kernel;

/** An event that carries personal data says whose: that subject's key encrypts it. */
public interface AboutPerson {
    CustomerId subject();

    /** False where the person is named, and nothing else is known of them. */
    boolean carriesPersonalData();
}
