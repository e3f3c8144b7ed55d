package io.daybook.app.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Loads the demo catalogue beside the running server when {@code daybook.demo} is true. */
final class DemoAtStart implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final DemoLoader loader;
    private final boolean wanted;

    DemoAtStart(DemoLoader loader, boolean wanted) {
        this.loader = loader;
        this.wanted = wanted;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (wanted) {
            Thread.ofVirtual().name("demo").start(this::load);
        }
    }

    private void load() {
        try {
            switch (loader.loadIfEmpty()) {
                case NOW -> log.info("The demo catalogue is loaded");
                case BEFORE -> log.info("The demo catalogue is here from an earlier start");
                case NOT -> log.info("The store is not empty, so the demo catalogue is left out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The demo catalogue could not be loaded", e);
        }
    }
}
