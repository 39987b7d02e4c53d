package latent.local.edge;

import java.net.URI;
import java.util.Map;

/**
 * An origin of a distribution.
 *
 * @param url           scheme, host and port, and the origin path, without a slash at the end
 * @param customHeaders sent with every request, in place of the viewer's of the same name
 * @param shielded      Origin Shield stands before it
 */
public record Origin(URI url, Map<String, String> customHeaders, boolean shielded) {
    public Origin {
        customHeaders = Map.copyOf(customHeaders);
    }

    public static Origin at(URI url) {
        return new Origin(url, Map.of(), false);
    }
}
