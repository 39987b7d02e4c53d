package latent.check;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Sends the requests of the checks to the hosts under test. */
@FunctionalInterface
public interface HttpFetcher {
    /** Sends a GET with these headers, adds no Accept header, and follows no redirect. */
    HttpAnswer get(URI url, Map<String, String> headers) throws IOException;
}
