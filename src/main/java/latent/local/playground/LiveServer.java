package latent.local.playground;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import latent.local.playground.EdgeCounters.Counts;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers of the processor and of the edges while they change, as JSON at {@code /live}: {@code metrics} in Prometheus' text format, and {@code edges}. Only pages of the
 * demo's website may read it.
 */
public final class LiveServer implements AutoCloseable {
    private static final String PATH = "/live";

    private record Live(String metrics, List<Counts> edges) {}

    private final JsonMapper json = new JsonMapper();
    private final Supplier<String> metrics;
    private final PlaygroundEdges edges;
    private final Set<String> readers;
    private final LoopbackServer server;

    private LiveServer(URI website, Supplier<String> metrics, PlaygroundEdges edges) {
        this.metrics = metrics;
        this.edges = edges;
        // a browser sends its Origin as the address line has it
        this.readers = Set.of("http://localhost:" + website.getPort(), "http://127.0.0.1:" + website.getPort());
        this.server = LoopbackServer.start("the playground", "another start", 0, this::answer);
    }

    /**
     * Opens it on any free port.
     *
     * @param website whose pages may read
     * @param metrics as they stand
     */
    public static LiveServer start(URI website, Supplier<String> metrics, PlaygroundEdges edges) {
        return new LiveServer(website, metrics, edges);
    }

    /** Where the page reads. */
    public URI url() {
        return server.url().resolve(PATH);
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply answer(Request request) {
        HeaderFields headers = HeaderFields.none()
                .set("Cache-Control", "no-store")
                .set("Access-Control-Allow-Origin", request.header("Origin").filter(readers::contains))
                .set("Vary", "Origin");
        if (!request.rawPath().equals(PATH) || !request.reads()) {
            return new Reply(404, headers.build(), Body.empty());
        }
        byte[] live =
                json.writeValueAsString(new Live(metrics.get(), edges.counts())).getBytes(StandardCharsets.UTF_8);
        headers.set("Content-Type", "application/json");
        return new Reply(200, headers.build(), Body.of(live));
    }
}
