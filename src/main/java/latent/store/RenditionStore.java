package latent.store;

import java.util.Optional;
import latent.key.RenditionKey;

/** Where renditions go and are served from: they are looked up and added, never changed. An implementation is one class, and is thread-safe. */
public interface RenditionStore {
    /** The stored rendition, if there is one: a small one whole, of a larger one the first piece. */
    Optional<ReadableRendition> find(RenditionKey key);

    /**
     * Adds a rendition, whole or not at all.
     *
     * @param sourceETag version of the original it was made from; kept with it
     * @return false when somebody stored one before us, which is as good
     */
    boolean add(RenditionKey key, Rendition rendition, String sourceETag);

    /**
     * Removes a rendition, if what is stored are these very bytes: another's newer one stays.
     *
     * @return false when something else is there, or nothing
     */
    boolean remove(RenditionKey key, Rendition rendition);
}
