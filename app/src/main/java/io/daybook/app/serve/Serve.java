package io.daybook.app.serve;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running server with the stores it had to start for itself. */
public final class Serve implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Stores stores;

    private Serve(ConfigurableApplicationContext context, Stores stores) {
        this.context = context;
        this.stores = stores;
    }

    /**
     * Starts and returns once it serves.
     *
     * @param application the class whose imports make the program
     * @param properties what the caller decides; they win over everything configured
     * @throws MissingAddresses if a store has no address and cannot be started here
     */
    public static Serve start(Class<?> application, Map<String, Object> properties) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var stores = new Stores();
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", properties));
        try {
            var context = new SpringApplicationBuilder(application)
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .initializers(given, stores, new RunFlags())
                    .run();
            stores.serving("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
            return new Serve(context, stores);
        } catch (RuntimeException | Error failed) {
            stores.close();
            throw failed;
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Stops the server first, then the stores it started. */
    @Override
    public void close() {
        context.close();
        stores.close();
    }
}
