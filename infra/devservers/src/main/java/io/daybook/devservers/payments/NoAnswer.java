package io.daybook.devservers.payments;

/** The request is to be left without an answer. */
final class NoAnswer extends Exception {

    NoAnswer() {
        super("no answer", null, false, false);
    }
}
