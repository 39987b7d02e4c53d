package latent.store.http;

import java.net.URI;
import java.util.Set;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Follows redirects to the origins of the allow-list, and to no other: so neither to plain HTTP where there is a lock, nor to another port. */
final class CheckedRedirects extends DefaultRedirectStrategy {
    private final Set<String> origins;

    CheckedRedirects(Set<String> origins) {
        this.origins = origins;
    }

    /** A redirect that leads to where nothing may be asked. */
    static final class RedirectRefused extends ProtocolException {
        private static final long serialVersionUID = 1L;

        /** Without path and query: they may hold a signature. */
        RedirectRefused(URI target) {
            super("it is redirected to " + HttpSources.origin(target) + ", which originals.http does not name");
        }
    }

    @Override
    public URI getLocationURI(HttpRequest request, HttpResponse response, HttpContext context) throws HttpException {
        URI target = super.getLocationURI(request, response, context);
        if (target.getRawUserInfo() != null || !origins.contains(HttpSources.origin(target))) {
            throw new RedirectRefused(target);
        }
        return target;
    }
}
