package latent.store;

import java.util.Map;
import java.util.Optional;
import latent.key.OriginalKey;

/** Where originals come from; only read. An implementation is one class, and is thread-safe. */
public interface OriginalStore {
    /** The {@link #source} of what lies in the private bucket. */
    String BUCKET = "bucket";

    /**
     * Opens an original and reads its first bytes.
     *
     * @return the stream, for the caller to close
     * @throws latent.refusal.Refusal ORIGINAL_MISSING, or NOT_A_PICTURE when it is empty; whatever else goes wrong is a fault
     */
    OriginalStream open(OriginalKey key, int headBytes);

    /**
     * The same, where there is another version of it than the one that is at hand.
     *
     * @param eTag of the version at hand, quoted
     * @return empty when that is still the version that there is
     */
    Optional<OriginalStream> openUnless(OriginalKey key, String eTag, int headBytes);

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

    /** The same for one who need not know whether what S3 forbids to look at is missing: where missing keys are forbidden ones, it is. */
    Optional<String> versionIfReadable(OriginalKey key);

    /**
     * The versions of some of the originals of a folder, with one request.
     *
     * @param folder ends with a slash, or is empty
     * @param from   the first in the order of S3
     * @return ETags, quoted, of this one and of those that follow it, as far as they stand on one page of S3's; none where we may not list
     */
    Map<String, String> versions(String folder, OriginalKey from);

    /** Where it comes from, as one of a few words: so that what is slow in one place holds up nothing of another, and for people. */
    default String source(OriginalKey key) {
        return BUCKET;
    }

    /** {@code Cache-Control} of its renditions, where that is not for {@code renditions.cache-control} to say. */
    default Optional<String> cacheControl(OriginalKey key) {
        return Optional.empty();
    }
}
