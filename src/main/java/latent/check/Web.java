package latent.check;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** How hosts are asked. */
@FunctionalInterface
public interface Web {
    /** GET with these headers and no Accept of its own; follows nothing. */
    HttpAnswer get(URI url, Map<String, String> headers) throws IOException;
}
