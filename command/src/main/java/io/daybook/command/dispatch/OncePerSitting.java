package io.daybook.command.dispatch;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Looks up what wishes only look at once for all that are decided together. The look is at most a sitting old, as it may be for a wish
 * that is decided alone.
 */
public final class OncePerSitting {
    private OncePerSitting() {}

    /** @param key names the question and what it is about */
    public static <T> T ask(String key, Supplier<T> question) {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(key, name -> question.get())
                : question.get();
    }
}
