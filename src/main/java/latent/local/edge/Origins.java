package latent.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import latent.local.edge.FetchedResponse.Outcome;
import latent.local.web.HeaderFields;
import latent.local.web.Request;

/** The origins of a behaviour over HTTP: the primary, and the secondary when the primary's answer is one that fails over. */
public final class Origins implements Upstream, AutoCloseable {
    private static final int MAX_BYTES = 64 << 20;
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade");

    private final Duration responseTimeout;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** CloudFront's response timeout is 30 s unless configured. */
    public Origins(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    @Override
    public FetchedResponse fetch(OriginRequest fetch) {
        OriginGroup group = fetch.behavior().origins();
        FetchedResponse first = ask(group.primary(), fetch);
        boolean failsOver = group.failoverCodes().contains(first.status());
        return group.secondary()
                .filter(origin -> failsOver)
                .map(origin -> ask(origin, fetch))
                .orElse(first);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private FetchedResponse ask(Origin origin, OriginRequest fetch) {
        Request request = fetch.request();
        try {
            HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create(origin.url() + request.target()))
                    .timeout(responseTimeout)
                    .method(request.method(), BodyPublishers.noBody());
            request.headers().map().forEach((name, values) -> values.forEach(value -> ask.header(name, value)));
            origin.customHeaders().forEach(ask::setHeader);
            fetch.etag().ifPresent(etag -> ask.setHeader("If-None-Match", etag));
            return whole(client.send(ask.build(), BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException e) {
            return failed(504);
        } catch (IOException | IllegalArgumentException e) {
            return failed(502);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while asking an origin", e));
        }
    }

    private static FetchedResponse whole(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES) {
                throw new IOException("more than this edge holds");
            }
            var headers =
                    HeaderFields.of(response.headers(), Origins::isEndToEnd).build();
            return new FetchedResponse(response.statusCode(), headers, bytes, Outcome.MISS);
        }
    }

    private static boolean isEndToEnd(String name) {
        return !name.startsWith(":") && !HOP_BY_HOP.contains(name);
    }

    private static FetchedResponse failed(int status) {
        return new FetchedResponse(status, HeaderFields.none().build(), new byte[0], Outcome.MISS);
    }
}
