package latent.store;

import java.util.Optional;
import latent.key.OriginalKey;

/** Where originals come from; only read. An implementation is one class, and is thread-safe. */
public interface OriginalStore {
    /**
     * Reads the first bytes of an original.
     *
     * @throws latent.refusal.Refusal ORIGINAL_MISSING, or NOT_A_PICTURE when it is empty; whatever else goes wrong is a fault
     */
    Original open(OriginalKey key, int headBytes);

    /**
     * Reads a part of the version that was opened.
     *
     * @param length of a part that lies inside of the file
     * @return exactly as many bytes; empty when it has been replaced or removed since
     */
    Optional<byte[]> read(Original original, long offset, int length);

    /**
     * Reads all of the version that was opened.
     *
     * @return empty when it has been replaced or removed since
     */
    Optional<byte[]> fetch(Original original);

    /**
     * Which version of an original there is now.
     *
     * @return its ETag, quoted; empty when there is no such original
     */
    Optional<String> version(OriginalKey key);

    /** Whether this is still the version that there is. */
    boolean isCurrent(OriginalKey key, String eTag);
}
