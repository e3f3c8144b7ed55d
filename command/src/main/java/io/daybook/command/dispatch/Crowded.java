package io.daybook.command.dispatch;

import org.axonframework.common.lock.LockAcquisitionFailedException;

/** A wish needs what another sitting holds just now; it comes back when it may wait for it. */
final class Crowded extends LockAcquisitionFailedException {
    Crowded(String name) {
        super(name + " is being decided about");
    }

    /** It is no failure, and there may be thousands a second. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
