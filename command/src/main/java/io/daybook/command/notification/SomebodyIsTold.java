package io.daybook.command.notification;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code daybook.notifications.channels} names any. */
public final class SomebodyIsTold implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Binder.get(context.getEnvironment())
                .bind("daybook.notifications.channels", Bindable.listOf(String.class))
                .orElse(List.of())
                .isEmpty();
    }
}
