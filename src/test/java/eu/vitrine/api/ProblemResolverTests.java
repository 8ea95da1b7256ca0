package eu.vitrine.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class ProblemResolverTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Probe())
            .setHandlerExceptionResolvers(new ProblemResolver(new Problems(JsonMapper.shared())))
            .build();

    @Test
    void a_wrong_method_is_a_problem_that_names_the_right_ones() throws Exception {
        mvc.perform(post("/api/v1/broken")).andExpect(status().isMethodNotAllowed())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.status").value(405)).andExpect(jsonPath("$.instance").value("/api/v1/broken"));
    }

    @Test
    void an_unknown_media_type_is_a_problem() throws Exception {
        mvc.perform(post("/api/v1/things").contentType("text/csv").content("a")).andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void an_unexpected_failure_says_nothing_about_the_inside() throws Exception {
        mvc.perform(get("/api/v1/broken")).andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(not(containsString("secret")))).andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void a_domain_failure_speaks_in_its_own_words() throws Exception {
        mvc.perform(get("/api/v1/gone")).andExpect(status().isNotFound()).andExpect(jsonPath("$.detail").value("There is no thing 7."));
    }

    @RestController
    static class Probe {

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("secret inside");
        }

        @GetMapping("/api/v1/gone")
        String gone() {
            throw new NoSuchThing();
        }

        @PostMapping(path = "/api/v1/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        String things(@RequestBody String body) {
            return body;
        }
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    static class NoSuchThing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchThing() {
            super("There is no thing 7.");
        }
    }
}
