package latent.store;

import java.util.Map;
import latent.key.OriginalKey;

/**
 * An original as first met: its size, which version it is, and its first bytes.
 *
 * @param eTag     quoted, as S3 gives it
 * @param bytes    size of the whole file
 * @param head     the first bytes, or the whole file when it is short
 * @param metadata what whoever stored it has written beside it, by name
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record Original(OriginalKey key, String eTag, long bytes, byte[] head, Map<String, String> metadata) {
    public Original {
        metadata = Map.copyOf(metadata);
    }

    /** One without metadata. */
    public Original(OriginalKey key, String eTag, long bytes, byte[] head) {
        this(key, eTag, bytes, head, Map.of());
    }

    /** The same with all of its bytes. */
    public Original withAll(byte[] file) {
        return new Original(key, eTag, bytes, file, metadata);
    }

    /** True when the head is all there is. */
    public boolean whole() {
        return head.length == bytes;
    }
}
