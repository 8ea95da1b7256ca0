package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** In a container of its own, because what happens after an answer has begun is the container's doing. */
class UnreadableFormsTests {

    private static final Tomcat TOMCAT = new Tomcat();
    private static final List<LogRecord> LOGGED = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                LOGGED.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private static final Logger CONTAINER = Logger.getLogger("org.apache");

    @BeforeAll
    static void a_container_with_the_filter(@TempDir Path folder) throws Exception {
        CONTAINER.addHandler(LISTENER);
        TOMCAT.setBaseDir(folder.toString());
        TOMCAT.setPort(0);
        TOMCAT.getConnector();
        Context context = TOMCAT.addContext("", folder.toString());
        add(context, "/before", false, new MultipartException("cut off"));
        add(context, "/too-large", false, new MaxUploadSizeExceededException(1));
        add(context, "/after", true, new MultipartException("cut off"));
        Tomcat.addServlet(context, "error", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().write("error page");
            }
        });
        context.addServletMappingDecoded("/error", "error");
        var page = new ErrorPage();
        page.setLocation("/error");
        context.addErrorPage(page);
        filter(context, new UnreadableForms());
        TOMCAT.start();
    }

    private static void add(Context context, String path, boolean answered, RuntimeException failure) {
        Tomcat.addServlet(context, path, new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if (answered) {
                    response.getWriter().write("half a page");
                    response.flushBuffer();
                }
                throw failure;
            }
        });
        context.addServletMappingDecoded(path, path);
    }

    private static void filter(Context context, Filter filter) {
        var definition = new FilterDef();
        definition.setFilterName("forms");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        var everywhere = new FilterMap();
        everywhere.setFilterName("forms");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    @AfterAll
    static void the_container_stops() throws Exception {
        TOMCAT.stop();
        TOMCAT.destroy();
        CONTAINER.removeHandler(LISTENER);
    }

    /** What comes until the server closes the connection; the request does not ask it to. */
    private static String answer(String path) throws IOException {
        LOGGED.clear();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), TOMCAT.getConnector().getLocalPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var text = new StringBuilder();
            for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
                text.append((char) b);
                if (text.toString().endsWith("error page")) {
                    break;
                }
            }
            return text.toString();
        }
    }

    @Test
    void a_form_that_cannot_be_read_is_the_fault_of_whoever_sent_it() throws IOException {
        assertThat(answer("/before")).startsWith("HTTP/1.1 400").contains("error page");
        assertThat(answer("/too-large")).startsWith("HTTP/1.1 413").contains("error page");
    }

    @Test
    void after_an_answer_has_begun_the_connection_closes_so_that_half_a_page_does_not_look_whole() throws IOException {
        assertThat(answer("/after")).startsWith("HTTP/1.1 200").contains("half a page").doesNotContain("\r\n0\r\n").doesNotContain("error page");
        assertThat(LOGGED).isEmpty();
    }
}
