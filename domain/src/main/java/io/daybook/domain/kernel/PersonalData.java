package io.daybook.domain.kernel;

/**
 * What tells who a person is, or lets others act as them. The list is closed: each of these is stored encrypted with the key of the person it is about, and
 * nothing else in an event may identify a person. Once that key is erased, each reads as its {@code ERASED} value.
 */
public sealed interface PersonalData permits CustomerName, Email, Phone, Address, PaymentToken {}
