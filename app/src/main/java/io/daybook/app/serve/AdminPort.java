package io.daybook.app.serve;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** A second port on the same web server, for operators: {@code /admin} and {@code /actuator} answer there and nowhere else. */
final class AdminPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Connector connector = new Connector();

    AdminPort(String address, int port) {
        connector.setPort(port);
        connector.setProperty("address", address);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector);
    }

    /** The real port, once the web server has started. */
    int number() {
        return connector.getLocalPort();
    }
}
