package io.daybook.command;

import io.daybook.command.dispatch.AskerByHttp;
import jakarta.servlet.ServletException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Endpoints of a write side, without the program around it: what it throws arrives as it was thrown. */
public final class Http {
    private final MockMvc mvc;

    public Http(Object... endpoints) {
        mvc = MockMvcBuilders.standaloneSetup(endpoints)
                .setCustomArgumentResolvers(new AskerByHttp())
                .build();
    }

    /** Sends JSON. */
    public MockHttpServletResponse send(MockHttpServletRequestBuilder request, String body) throws Exception {
        try {
            return mvc.perform(request.contentType("application/json").content(body))
                    .andReturn()
                    .getResponse();
        } catch (ServletException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }
}
