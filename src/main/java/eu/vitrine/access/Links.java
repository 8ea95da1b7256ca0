package eu.vitrine.access;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Absolute addresses of this server, from the configured base address and never from a request's Host header. */
@Component
class Links {

    private final Environment environment;

    Links(Environment environment) {
        this.environment = environment;
    }

    /** {@code vitrine.base-url} if set, else this machine and the port the server listens on. */
    private String base() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return environment.getProperty("vitrine.base-url", "http://localhost:" + port);
    }

    /** Of a path of ours. */
    String to(String path) {
        return base() + path;
    }

    String setUp(OneTimeLinks.Token token) {
        return base() + "/set-up?token=" + token.value();
    }
}
