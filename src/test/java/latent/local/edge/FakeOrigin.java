package latent.local.edge;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;

/** A real HTTP server that says what the test wants, and remembers what it was asked. */
final class FakeOrigin implements AutoCloseable {
    final Queue<Request> asked = new ConcurrentLinkedQueue<>();
    private final LoopbackServer server;
    private volatile Function<Request, Reply> behaviour = request -> reply(404);

    FakeOrigin() {
        server = LoopbackServer.start("an origin", "--none", 0, request -> {
            asked.add(request);
            return behaviour.apply(request);
        });
    }

    void says(Function<Request, Reply> other) {
        behaviour = other;
    }

    void says(Reply reply) {
        byte[] body = bytes(reply);
        behaviour = request -> new Reply(reply.status(), reply.headers(), Body.of(body));
    }

    Origin origin() {
        return Origin.at(server.url());
    }

    Origin origin(Map<String, String> customHeaders) {
        return new Origin(server.url(), customHeaders, false);
    }

    /** An answer with headers given as name and value in turn, and its status for a body. */
    static Reply reply(int status, String... headers) {
        HeaderFields fields = HeaderFields.none();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        return new Reply(status, fields.build(), Body.of(("says " + status).getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] bytes(Reply reply) {
        try (var body = reply.body().stream()) {
            return body.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
