package latent.store;

import latent.key.OriginalKey;

/**
 * An original as first met: its size, which version it is, and its first bytes.
 *
 * @param eTag  quoted, as S3 gives it
 * @param bytes size of the whole file
 * @param head  the first bytes, or the whole file when it is short
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record Original(OriginalKey key, String eTag, long bytes, byte[] head) {
    /** True when the head is all there is. */
    public boolean whole() {
        return head.length == bytes;
    }
}
