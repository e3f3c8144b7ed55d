package io.daybook.domain.kernel;

/** An event that carries personal data says whose: that subject's key encrypts it. */
public interface AboutPerson {
    CustomerId subject();
}
