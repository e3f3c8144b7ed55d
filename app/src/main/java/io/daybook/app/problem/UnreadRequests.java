package io.daybook.app.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Answers requests that Tomcat itself refuses, such as one with a character that no URL may have: they reach no filter and no
 * handler, and would be answered with a page of HTML.
 */
final class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ProblemWriter writer;

    UnreadRequests(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new Report());
            // else the host adds its own behind this one, and of two the one behind reports
            host.setErrorReportValveClass(Report.class.getName());
        });
    }

    private final class Report extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                writer.write(response, Problems.ofStatus(response.getStatus()));
            } catch (IOException e) {
                throw new UncheckedIOException("nobody is there to be told", e);
            }
        }
    }
}
