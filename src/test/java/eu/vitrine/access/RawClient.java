package eu.vitrine.access;

import eu.vitrine.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends requests as they are written, also those that no well-behaved client lets out, in the session of a person. */
final class RawClient {

    private static final Pattern INNARDS = Pattern.compile("\\b[A-Z]\\w+(Exception|Error)\\b|\\n\\s+at \\w+[.]|\\b(eu\\.vitrine|org\\.springframework|org\\.apache|java\\.lang|"
            + "java\\.util|tools\\.jackson|org\\.hibernate)\\.|\\bSELECT |INSERT INTO|\\bUPDATE \\w+ SET|JdbcSQL|Syntax error in SQL|Whitelabel|Apache Tomcat");

    private final int port;
    private final String cookies;
    private final String token;

    RawClient(int port, Browser browser) {
        this.port = port;
        browser.get("/");
        this.token = browser.formToken();
        this.cookies = browser.cookieHeader();
    }

    /** What came back; status 0 is a connection that was closed without an answer. */
    record Answer(int status, String head, String body) {

        /** What this answer should not be or say. */
        Optional<String> fault() {
            var innards = INNARDS.matcher(body);
            if (status >= 500 || status == 0) {
                return Optional.of("status " + status);
            }
            if (head.lines().anyMatch(line -> line.startsWith("X-Evil"))) {
                return Optional.of(status + " with a header of the request's making");
            }
            return innards.find()
                    ? Optional.of(status + " with " + body.substring(Math.max(0, innards.start() - 40), Math.min(body.length(), innards.end() + 40)))
                    : Optional.empty();
        }
    }

    /** Sends one request; {@code headers} are lines with their ends. */
    Answer send(String method, String target, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nX-CSRF-TOKEN: " + token + "\r\nCookie: "
                + cookies + "\r\n" + headers + (method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n") + "\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            byte[] answer;
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
                answer = socket.getInputStream().readAllBytes();
            } catch (SocketException e) {
                // a server that refuses a body early closes the connection while it is still sent
                return new Answer(400, "", "");
            }
            String text = new String(answer, StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? new Answer(0, text, "") : new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
