package latent.store.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import latent.metrics.Meters;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Asks hosts for files: by checked addresses, within a time, with few connections to each, and without cookies, credentials, compression or proxies.
 * Thread-safe.
 */
public final class SourceClient implements AutoCloseable {
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient http;
    private final Duration timeout;
    private final Meters meters;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines-of-sources").factory());

    /** A client that looks up names as the system does, and connects to public addresses. */
    public SourceClient(HttpSources sources, Meters meters) {
        this(
                sources,
                meters,
                SystemDefaultDnsResolver.INSTANCE,
                PublicAddresses::contain,
                SSLContexts.createSystemDefault());
    }

    /**
     * A client in another world, for tests.
     *
     * @param allowed the addresses that any host may have
     * @param trusted whose certificates are believed
     */
    SourceClient(
            HttpSources sources, Meters meters, DnsResolver names, Predicate<InetAddress> allowed, SSLContext trusted) {
        this.timeout = sources.timeout();
        this.meters = meters;
        this.connections = SourceConnections.pool(
                new CheckedResolver(names, allowed, sources.privateHosts()), trusted, sources.timeout());
        this.http = SourceConnections.client(connections, new CheckedRedirects(sources.origins()));
        deadlines.setRemoveOnCancelPolicy(true);
        watch(
                "leased",
                "Connections to hosts of originals in use.",
                () -> connections.getTotalStats().getLeased());
        watch(
                "available",
                "Those that are idle.",
                () -> connections.getTotalStats().getAvailable());
        watch(
                "pending",
                "Requests that wait for one.",
                () -> connections.getTotalStats().getPending());
    }

    private void watch(String what, String description, Supplier<Number> number) {
        meters.watch("latent.http.source.connections." + what, description, number);
    }

    /**
     * Asks, and follows redirects.
     *
     * @return for the caller to close
     * @throws latent.refusal.FaultException when there is no answer, or none may be asked for
     */
    SourceAnswer ask(String method, URI url, Map<String, String> headers) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        headers.forEach(request::setHeader);
        SourceFaults faults = new SourceFaults(method, url, meters, request::isCancelled);
        try {
            SourceAnswer answer = send(request, faults);
            faults.answered(answer.status());
            return answer;
        } catch (IOException failure) {
            throw faults.noAnswer(failure);
        }
    }

    /**
     * Sends a request, and follows redirects.
     *
     * @param faults is told when the answer's body breaks off
     * @return for the caller to close
     * @throws IOException when there is no answer, or none may be asked for; the request is cancelled where it took too long
     */
    SourceAnswer send(HttpUriRequestBase request, SourceFaults faults) throws IOException {
        request.setHeader("Accept-Encoding", "identity");
        Future<?> deadline = deadlines.schedule(request::cancel, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            URI url = request.getUri();
            return new SourceAnswer(
                    request,
                    http.executeOpen(HttpHost.create(url), request, HttpClientContext.create()),
                    deadline,
                    faults::brokeOff);
        } catch (IOException failure) {
            deadline.cancel(false);
            throw failure;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        deadlines.shutdown();
        http.close(CloseMode.IMMEDIATE);
        connections.close(CloseMode.IMMEDIATE);
    }
}
