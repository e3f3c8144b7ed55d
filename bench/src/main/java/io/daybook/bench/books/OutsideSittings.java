package io.daybook.bench.books;

import io.daybook.command.dispatch.Claims;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NoOpLock;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The program's claims, but for a command that is marked as one that only looks: so a load can be measured by itself. */
final class OutsideSittings implements LockFactory {
    private final Claims claims;

    OutsideSittings(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Lock obtainLock(String aggregateId) {
        MetaData sent = CurrentUnitOfWork.get().root().getMessage().getMetaData();
        return sent.containsKey(Books.ONLY_LOOKS) ? NoOpLock.INSTANCE : claims.obtainLock(aggregateId);
    }
}
