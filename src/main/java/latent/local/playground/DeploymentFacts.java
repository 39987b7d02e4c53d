package latent.local.playground;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.PixelSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page is told of its deployment. No secret is among it: the file is as public as the page.
 *
 * @param formats    extensions that the engine writes; empty where nobody knows
 * @param ladder     the only sizes made, as {@code 600x400}; empty means any
 * @param signed     true where keys are signed
 * @param limits     in words
 * @param live       where numbers can be read while they change
 */
public record DeploymentFacts(
        List<Original> originals,
        List<String> formats,
        Rules rules,
        List<String> ladder,
        List<String> watermarks,
        boolean signed,
        List<String> limits,
        Optional<URI> live,
        List<EdgeFacts> edges) {

    /** Rules of keys, by the names that the JavaScript module has for them. */
    public record Rules(String alphabet, int maxSide, Map<String, String> presets) {}

    /**
     * An original to choose.
     *
     * @param size      of the upright picture; empty where its header does not tell
     * @param thumbnail key of a small rendition of it, signed where keys are
     */
    public record Original(String key, long bytes, Optional<PixelSize> size, String thumbnail) {}

    /** An edge to ask. */
    public record EdgeFacts(String name, String code, URI url) {}

    public DeploymentFacts {
        originals = List.copyOf(originals);
        formats = List.copyOf(formats);
        ladder = List.copyOf(ladder);
        watermarks = List.copyOf(watermarks);
        limits = List.copyOf(limits);
        edges = List.copyOf(edges);
    }

    /** As the page reads it. */
    public byte[] json() {
        return new JsonMapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }
}
