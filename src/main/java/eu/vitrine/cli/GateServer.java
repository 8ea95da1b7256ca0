package eu.vitrine.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server for one verdict. It follows no redirect, so that the token reaches nobody but the server that was named. */
final class GateServer {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final URI base;
    private final String token;
    private final Duration whole;

    /** @param whole how long connecting and answering may take together */
    GateServer(URI base, String token, Duration whole) {
        this.base = base;
        this.token = token;
        this.whole = whole;
    }

    GateAnswer ask(String model, String use, boolean strict) {
        String root = base.toString().endsWith("/") ? base.toString().substring(0, base.toString().length() - 1) : base.toString();
        URI address = URI.create(root + "/api/v1/verdicts?use=" + encoded(use) + "&model=" + encoded(model));
        HttpRequest request = HttpRequest.newBuilder(address).timeout(whole).header("Authorization", "Bearer " + token).header("Accept", "application/json").GET().build();
        // Not closed: closing would wait for a server that falls silent.
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(asked.get(whole.toMillis(), TimeUnit.MILLISECONDS), use, strict);
        } catch (TimeoutException e) {
            return GateAnswer.none("The server at " + base + " did not answer within " + whole.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            return GateAnswer.none("The server at " + base + " cannot be reached" + (e.getCause() instanceof IOException ? "." : "; the request failed."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GateAnswer.none("The question was interrupted.");
        } finally {
            client.shutdownNow();
        }
    }

    private GateAnswer read(HttpResponse<byte[]> answer, String use, boolean strict) {
        JsonNode body = json(answer.body());
        return switch (answer.statusCode()) {
            case 200 -> body.path("verdicts").isArray() && body.path("verdicts").size() == 1 ? GateAnswer.of(body.path("verdicts").get(0), use, strict)
                    : GateAnswer.none("The server answered something else than one verdict.");
            case 404 -> isProblem(answer) ? GateAnswer.unknown(said(body, "The server knows of no such model or use."))
                    : GateAnswer.none("At " + base + " there is no Vitrine: it answered 404.");
            case 401 -> GateAnswer.none("The server refused the token. " + said(body, ""));
            case 403 -> GateAnswer.none("The token may not ask this. " + said(body, ""));
            default -> answer.statusCode() >= 300 && answer.statusCode() < 400
                    ? GateAnswer.none("The server answered with a redirect, which is not followed; name its final address by --server.")
                    : GateAnswer.none("The server answered " + answer.statusCode() + ". " + said(body, ""));
        };
    }

    private static boolean isProblem(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("application/problem+json")).isPresent();
    }

    private static String said(JsonNode problem, String otherwise) {
        return problem.path("detail").isString() ? problem.path("detail").stringValue() : otherwise;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode(); // told apart from a verdict by whoever reads it
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
