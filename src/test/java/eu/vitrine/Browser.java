package eu.vitrine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does, without scripts: keeps cookies, follows redirects, sends the token of the form it saw. */
public final class Browser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String formToken = "";

    public Browser(int port) {
        base = "http://localhost:" + port;
        client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    }

    /** An answer after all redirects; {@code path} is where it came from, with the query. */
    public record Page(int status, String path, HttpHeaders headers, String body) {}

    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form with the token of the last page seen; {@code fields} are name, value, name, value … */
    public Page post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(formToken);
        return postAsIs(path, all);
    }

    /** A file to upload. */
    public record Upload(String name, byte[] content) {}

    /** Uploads files with the token of the last page seen. */
    public Page upload(String path, String field, List<Upload> files) {
        return upload(path, field, files, formToken);
    }

    /** Uploads files without any token. */
    public Page uploadWithoutToken(String path, String field, List<Upload> files) {
        return upload(path, field, files, "");
    }

    private Page upload(String path, String field, List<Upload> files, String token) {
        String boundary = "----vitrine-test";
        var body = new ByteArrayOutputStream();
        for (Upload file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file.name()
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form with a file, as browsers do for {@code multipart/form-data}; {@code fields} are name, value, name, value … */
    public Page upload(String path, String field, String fileName, byte[] file, String... fields) {
        String boundary = "a-line-that-no-file-holds";
        var body = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(formToken);
        for (int i = 0; i < all.size(); i += 2) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + all.get(i) + "\"\r\n\r\n" + all.get(i + 1) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a body as a program does, with the token of the last page seen in a header. */
    public Page send(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type).header("X-CSRF-TOKEN", formToken)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form without any token. */
    public Page postWithoutToken(String path, String... fields) {
        return postAsIs(path, List.of(fields));
    }

    /** Sends a form that another site has started. */
    public Page postFromElsewhere(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(formToken);
        return send(form(path, all).header("Sec-Fetch-Site", "cross-site"));
    }

    public Page send(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Token of the last form seen. */
    public String formToken() {
        return formToken;
    }

    /** Sends a body as a program does, by any method; {@code headers} are name, value, name, value … */
    public Page ask(String method, String path, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type).header("X-CSRF-TOKEN", formToken)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse("");
    }

    /** All cookies, as they stand in a request. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream().map(c -> c.getName() + "=" + c.getValue()).collect(Collectors.joining("; "));
    }

    private Page postAsIs(String path, List<String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, List<String> fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&").append(encoded(fields.get(i))).append('=').append(encoded(fields.get(i + 1)));
        }
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var token = FORM_TOKEN.matcher(answer.body());
            formToken = token.find() ? token.group(1) : formToken;
            String query = answer.uri().getRawQuery();
            return new Page(answer.statusCode(), answer.uri().getPath() + (query == null ? "" : "?" + query),
                    answer.headers(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("The server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
