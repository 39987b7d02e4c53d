package latent;

import java.util.Optional;
import latent.image.PixelSize;
import latent.key.OriginalKey;

/**
 * A picture that the demo starts with.
 *
 * @param bytes of its file
 * @param size  of the upright picture; empty where its header does not tell
 */
record DemoOriginal(OriginalKey key, long bytes, Optional<PixelSize> size) {}
