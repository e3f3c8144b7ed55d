package io.daybook.app.demo;

import io.daybook.app.imports.job.Kind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Loads the demo catalogue beside the running server when {@code daybook.demo} is true, and then says where to look. */
final class DemoAtStart implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final DemoLoader loader;
    private final Kind kind;
    private final boolean wanted;

    DemoAtStart(DemoLoader loader, Kind kind, boolean wanted) {
        this.loader = loader;
        this.kind = kind;
        this.wanted = wanted;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (wanted) {
            String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
            Thread.ofVirtual().name("demo").start(() -> load("http://127.0.0.1:" + port));
        }
    }

    private void load(String url) {
        try {
            DemoLoader.Loaded loaded = loader.loadIfEmpty();
            switch (loaded) {
                case NOW -> log.info("The demo catalogue is loaded");
                case BEFORE -> log.info("The demo catalogue is here from an earlier start");
                case NOT -> log.info("The store is not empty, so the demo catalogue is left out");
            }
            System.out.print(new Guide(url, onOffer(loaded)).text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The demo catalogue could not be loaded", e);
        }
    }

    private List<DemoProduct> onOffer(DemoLoader.Loaded loaded) {
        return loaded == DemoLoader.Loaded.NOT ? List.of() : DemoCatalogue.products(kind.currency());
    }
}
