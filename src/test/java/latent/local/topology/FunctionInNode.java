package latent.local.topology;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import latent.kit.Needs;
import latent.local.edge.ViewerRequestFunction;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A CloudFront function as it was deployed, run by a node of its own: an event goes there as a line of JSON, and a line comes back. */
final class FunctionInNode implements ViewerRequestFunction, AutoCloseable {
    private static final String HOST = "src/test/resources/latent/local/topology/function.mjs";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process node;
    private final BufferedWriter events;
    private final BufferedReader results;

    private FunctionInNode(Process node) {
        this.node = node;
        this.events = node.outputWriter(StandardCharsets.UTF_8);
        this.results = node.inputReader(StandardCharsets.UTF_8);
    }

    static FunctionInNode of(String code) {
        FunctionInNode function = new FunctionInNode(start());
        function.send(JSON.writeValueAsString(code));
        return function;
    }

    private static Process start() {
        try {
            return new ProcessBuilder("node", HOST)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return Needs.present(Optional.empty(), "node, in which the function at the edge runs", "install Node.js");
        }
    }

    @Override
    public synchronized Result apply(Request request) {
        send(JSON.writeValueAsString(JSON.createObjectNode()
                .put("version", "1.0")
                .set("context", JSON.createObjectNode())
                .set(
                        "viewer",
                        JSON.createObjectNode()
                                .put("ip", request.visitor().getAddress().getHostAddress()))
                .set("request", event(request))));
        JsonNode result = JSON.readTree(receive());
        return result.has("statusCode")
                ? new Result.Answer(reply(result))
                : new Result.Forward(
                        new Request(request.method(), target(result), request.headers(), request.visitor()));
    }

    private static ObjectNode event(Request request) {
        ObjectNode query = JSON.createObjectNode();
        for (String parameter : request.rawQuery().orElse("").split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (!parts[0].isEmpty()) {
                add(query, parts[0], JSON.createObjectNode().put("value", parts.length > 1 ? parts[1] : ""));
            }
        }
        ObjectNode headers = JSON.createObjectNode();
        request.headers()
                .map()
                .forEach((name, values) -> headers.set(
                        name.toLowerCase(Locale.ROOT), JSON.createObjectNode().put("value", String.join(",", values))));
        return JSON.createObjectNode()
                .put("method", request.method())
                .put("uri", request.rawPath())
                .set("querystring", query)
                .set("headers", headers)
                .set("cookies", JSON.createObjectNode());
    }

    /** The first value, and all of them where there are several: CloudFront developer guide, "CloudFront Functions event structure". */
    private static void add(ObjectNode query, String name, ObjectNode value) {
        if (query.get(name) instanceof ObjectNode first) {
            if (!first.has("multiValue")) {
                first.putArray("multiValue").add(first.deepCopy());
            }
            first.withArray("multiValue").add(value);
        } else {
            query.set(name, value);
        }
    }

    private static String target(JsonNode request) {
        String query = request.path("querystring").properties().stream()
                .map(parameter -> parameter.getKey() + "="
                        + parameter.getValue().path("value").stringValue(""))
                .collect(Collectors.joining("&"));
        String path = request.get("uri").stringValue();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Reply reply(JsonNode response) {
        HeaderFields headers = HeaderFields.none();
        response.path("headers")
                .properties()
                .forEach(header -> headers.set(
                        header.getKey(), header.getValue().get("value").stringValue()));
        byte[] body = response.path("body").path("data").stringValue("").getBytes(StandardCharsets.UTF_8);
        return new Reply(response.get("statusCode").intValue(), headers.build(), Body.of(body));
    }

    private void send(String line) {
        try {
            events.write(line + "\n");
            events.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the function's node is gone", e);
        }
    }

    private String receive() {
        try {
            String line = results.readLine();
            if (line == null) {
                throw new IllegalStateException("the function failed: node says why on standard error");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        node.destroy();
    }
}
