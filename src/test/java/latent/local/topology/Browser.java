package latent.local.topology;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;

/** A visitor: follows redirects, and keeps the permanent ones for good, as browsers do. */
final class Browser {
    /** Chrome gives up after as many. */
    private static final int MAX_HOPS = 20;

    private static final HttpHeaders NO_HEADERS = HeaderFields.none().build();

    /** One host as this visitor's resolver has it. */
    record Place(String edge, Function<Request, Reply> answers) {}

    private final Map<String, Place> hosts;
    private final HeaderFields own = HeaderFields.none();
    private final Map<URI, URI> kept = new HashMap<>();

    /** A visitor whose browser sends these headers: names and values by turns. */
    Browser(Map<String, Place> hosts, String... headers) {
        this.hosts = Map.copyOf(hosts);
        for (int i = 0; i < headers.length; i += 2) {
            own.set(headers[i], headers[i + 1]);
        }
    }

    Visit get(String url) {
        return visit("GET", URI.create(url));
    }

    Visit head(String url) {
        return visit("HEAD", URI.create(url));
    }

    private Visit visit(String method, URI start) {
        List<Hop> hops = new ArrayList<>();
        Set<URI> keptHere = new HashSet<>();
        URI url = start;
        while (true) {
            while (kept.containsKey(url)) {
                if (!keptHere.add(url)) {
                    return new Visit(hops, NO_HEADERS, true);
                }
                url = kept.get(url);
            }
            Reply reply = ask(method, url, hops);
            // The same URL twice over the network is no loop by itself: what was made meanwhile may be there now.
            boolean goesOn = reply.status() > 300 && reply.status() < 309 && reply.status() != 304;
            if (!goesOn || hops.size() == MAX_HOPS) {
                return new Visit(hops, reply.headers(), goesOn);
            }
            URI next = url.resolve(reply.header("Location").orElseThrow());
            if (reply.status() == 301 || reply.status() == 308) {
                kept.put(url, next);
            }
            url = next;
        }
    }

    private Reply ask(String method, URI url, List<Hop> hops) {
        // A page over https shows no picture over http.
        Place place = url.getScheme().equals("https") ? hosts.get(url.getAuthority()) : null;
        if (place == null) {
            throw new IllegalStateException("no such host: " + url);
        }
        var visitor = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 51000);
        var host = HeaderFields.of(own.build()).set("Host", url.getAuthority()).build();
        String target = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        Reply reply = place.answers().apply(new Request(method, target, host, visitor));
        hops.add(new Hop(
                url,
                place.edge(),
                reply.status(),
                reply.header("X-Cache").orElse(""),
                method.equals("HEAD") ? 0 : reply.body().length()));
        return reply;
    }
}
