package latent.check;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Sends the requests of the checks over the network, with the JDK's HTTP client. Bodies are limited to 64 MiB. */
public final class JdkHttpFetcher implements HttpFetcher, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);
    /** Longer than a first rendition may take. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final long MAX_BYTES = 64L << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    @Override
    public HttpAnswer get(URI url, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .version(version(url))
                .timeout(TIMEOUT)
                .header("User-Agent", "latent-check");
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
            return new HttpAnswer(url, response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    /** Over plain http the client would offer an upgrade to HTTP/2, which not every S3 understands. */
    private static HttpClient.Version version(URI url) {
        return "https".equals(url.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
