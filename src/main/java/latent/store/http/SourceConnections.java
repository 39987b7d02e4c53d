package latent.store.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.RedirectStrategy;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient with our bounds, each of which its own default would leave open or set otherwise. */
final class SourceConnections {
    private static final int PER_HOST = 16;
    private static final int IN_ALL = 64;
    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_HEADER_LINE = 8 << 10;
    private static final int MAX_HEADERS = 100;
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout SILENCE = Timeout.ofSeconds(5);
    private static final Timeout FOR_A_CONNECTION = Timeout.ofSeconds(5);
    private static final TimeValue OLDEST = TimeValue.ofMinutes(1);
    private static final TimeValue UNUSED = TimeValue.ofSeconds(1);

    private SourceConnections() {}

    /** @param longest that a host may take for all of a request; its silence is bounded by less */
    static PoolingHttpClientConnectionManager pool(DnsResolver names, SSLContext trusted, Duration longest) {
        Timeout silence = Timeout.of(longest).compareTo(SILENCE) < 0 ? Timeout.of(longest) : SILENCE;
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trusted))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(silence).build())
                .setMaxConnTotal(IN_ALL)
                .setMaxConnPerRoute(PER_HOST)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_HEADER_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(silence)
                        .setTimeToLive(OLDEST)
                        .setValidateAfterInactivity(UNUSED)
                        .build())
                .build();
    }

    /** It closes neither the pool nor itself; without what else would be kept between requests. */
    static CloseableHttpClient client(PoolingHttpClientConnectionManager pool, RedirectStrategy redirects) {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setConnectionManagerShared(true)
                // a proxy would look up names by itself
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setRedirectStrategy(redirects)
                .setRetryStrategy(new OnceMore())
                .setUserAgent("Latent")
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setMaxRedirects(MAX_REDIRECTS)
                        .setConnectionRequestTimeout(FOR_A_CONNECTION)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .build();
    }

    /** A connection that was kept may have been closed meanwhile; an answer of any status is an answer, whatever {@code Retry-After} it has. */
    private static final class OnceMore extends DefaultHttpRequestRetryStrategy {
        OnceMore() {
            super(
                    1,
                    TimeValue.ZERO_MILLISECONDS,
                    List.of(
                            InterruptedIOException.class,
                            UnknownHostException.class,
                            ConnectException.class,
                            NoRouteToHostException.class,
                            SSLException.class),
                    List.of());
        }
    }
}
