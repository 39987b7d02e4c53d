package latent.local.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import latent.local.web.Request;

/** Reads buckets over S3's REST endpoint without credentials: what it may not read, no visitor may. Thread-safe. */
final class AnonymousReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match");

    /** S3 ignores any other, several ranges too; S3Proxy would answer 400. */
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})");

    private final URI s3;
    private final HttpClient client;

    AnonymousReader(URI s3, HttpClient client) {
        this.s3 = s3;
        this.client = client;
    }

    /** The object, with the request's method, conditions and range; the caller closes the body. Queries are not passed on. */
    HttpResponse<InputStream> read(String bucket, ObjectKey key, Request request) {
        HttpRequest.Builder ask = HttpRequest.newBuilder(address(bucket, key));
        for (String name : CONDITIONS) {
            request.header(name).ifPresent(value -> ask.header(name, value));
        }
        request.header("Range").filter(ONE_RANGE.asMatchPredicate()).ifPresent(range -> ask.header("Range", range));
        return send(ask.method(request.isHead() ? "HEAD" : "GET", BodyPublishers.noBody()));
    }

    /** The whole object, whatever the request's conditions were. */
    HttpResponse<InputStream> readWhole(String bucket, ObjectKey key, boolean head) {
        return send(
                HttpRequest.newBuilder(address(bucket, key)).method(head ? "HEAD" : "GET", BodyPublishers.noBody()));
    }

    /** True when the object is there and readable. */
    boolean has(String bucket, ObjectKey key) {
        return status(address(bucket, key)) == 200;
    }

    /** True when there is such a bucket, listable or not. */
    boolean hasBucket(String bucket) {
        return bucket.matches("[a-z0-9.-]{3,63}") && status(URI.create(s3 + "/" + bucket)) != 404;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private int status(URI address) {
        var head = HttpRequest.newBuilder(address).method("HEAD", BodyPublishers.noBody());
        return send(head, BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder ask) {
        return send(ask, BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder ask, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(ask.timeout(PATIENCE).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while reading from S3", e));
        }
    }

    private URI address(String bucket, ObjectKey key) {
        return URI.create(s3 + "/" + strictly(bucket) + "/" + strictly(key.value()));
    }

    /** With all but unreserved characters escaped: S3Proxy reads a plus in a path as a space. */
    private static String strictly(String text) {
        var strict = new StringBuilder();
        for (char c : ObjectKey.encode(text).toCharArray()) {
            if ("!$&'()*+,;=:@".indexOf(c) >= 0) {
                strict.append("%%%02X".formatted((int) c));
            } else {
                strict.append(c);
            }
        }
        return strict.toString();
    }
}
