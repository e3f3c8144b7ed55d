package io.daybook.query.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ModelAndView;

/** A query bus that answers with what a test says, and what it was asked. */
public final class Asking {
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final List<Object> asked = new ArrayList<>();

    public Queries queries() {
        return new Queries(gateway());
    }

    public QueryGateway gateway() {
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    /** The subscription lives as long as the bus. */
    public <T> Asking answering(Class<? extends Question<T>> question, Answered<T> answer) {
        var _ = bus.subscribe(question.getName(), Answered.class, message -> {
            asked.add(message.getPayload());
            return answer;
        });
        return this;
    }

    public Asking failing(Class<? extends Question<?>> question, NotAnswered why) {
        var _ = bus.subscribe(question.getName(), Answered.class, message -> {
            throw why;
        });
        return this;
    }

    public List<Object> asked() {
        return asked;
    }

    /** Problem documents are rendered by the program; here a status and the code with its facts do. */
    public static MockMvc web(Object endpoint) {
        return MockMvcBuilders.standaloneSetup(endpoint)
                .setHandlerExceptionResolvers((request, response, handler, thrown) -> {
                    if (!(thrown instanceof NotAnswered why)) {
                        return null;
                    }
                    response.setStatus(why.status());
                    response.setHeader("Code", why.code());
                    response.setHeader("Detail", why.getMessage());
                    return new ModelAndView((model, req, res) -> {}, Map.of());
                })
                .build();
    }
}
