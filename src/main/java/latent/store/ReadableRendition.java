package latent.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import latent.digest.Digest;

/**
 * A rendition as it is sent: its headers, its first bytes, and where the others are read when the reader has taken those. So a slow reader of a
 * large object holds two pieces of it in memory, and no connection to S3.
 *
 * @param head      the first bytes, or all of them
 * @param length    of the whole rendition, in bytes
 * @param eTag      quoted, as S3 gives it
 * @param eTagIsMd5 whether the ETag is the MD5 of the bytes
 * @param rest      reads what is not in {@code head}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record ReadableRendition(
        byte[] head, long length, String mediaType, String eTag, boolean eTagIsMd5, String cacheControl, Rest rest) {
    /** Nearly all renditions are smaller, and so are read at once. */
    static final int PIECE = 512 << 10;

    /** The JDK copies what is written at once into a buffer outside of the heap, and keeps that buffer. */
    private static final int WRITTEN_AT_ONCE = 64 << 10;

    /** Reads bytes of a stored rendition, of the very version that was found. */
    @FunctionalInterface
    public interface Rest {
        /** The next {@link #PIECE} bytes, or as many as there are, from this one on. */
        byte[] read(long from);
    }

    /** One of which we have all bytes. */
    public static ReadableRendition of(Rendition rendition) {
        return new ReadableRendition(
                rendition.bytes(),
                rendition.bytes().length,
                rendition.mediaType(),
                rendition.eTag(),
                true,
                rendition.cacheControl(),
                from -> new byte[0]);
    }

    /** Whether {@code head} is all of it. */
    public boolean whole() {
        return head.length == length;
    }

    /** How many bytes of it are in memory at one time while it is written. */
    public long bytesInMemory() {
        return whole() ? length : head.length + (long) PIECE;
    }

    /**
     * Writes all bytes. The last ones are kept back until the digest of all is known to be right, so that what differs from its ETag is never
     * complete.
     *
     * @throws IOException when the reader has left, or when what S3 sent is not what its ETag says: then the answer must be cut off
     */
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest md5 = Digest.md5();
        if (!whole() && eTagIsMd5) {
            md5.update(head);
        }
        write(out, head);
        for (long from = head.length; from < length; from += PIECE) {
            writePiece(out, md5, from);
        }
    }

    /** In a method of its own, so that no piece is held while the next is read. */
    private void writePiece(OutputStream out, MessageDigest md5, long from) throws IOException {
        byte[] piece = rest.read(from);
        if (piece.length != Math.min(PIECE, length - from)) {
            throw new WrongBytesException(
                    "S3 sent " + piece.length + " bytes from " + from + " on, of " + length + ".");
        }
        md5.update(piece);
        if (from + piece.length == length && eTagIsMd5 && !Digest.quotedMd5(md5).equals(eTag)) {
            throw new WrongBytesException("The pieces that S3 sent differ from their ETag " + eTag + ".");
        }
        write(out, piece);
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += WRITTEN_AT_ONCE) {
            out.write(bytes, from, Math.min(WRITTEN_AT_ONCE, bytes.length - from));
        }
    }
}
