package latent.store.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import latent.digest.Digest;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** Reads bodies, each in bounded memory. All methods throw an {@link IOException} where a body ends too early. */
final class SourceBody {
    private static final int BUFFER = 16 << 10;

    private SourceBody() {}

    /**
     * A file that was read through and not kept.
     *
     * @param head    its first bytes
     * @param version of its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
    record Measured(byte[] head, long bytes, String version) {}

    /**
     * Reads all of a body, to learn how long it is and what it is.
     *
     * @throws Refusal TOO_LARGE when it is longer than that; it is read no further
     */
    static Measured measure(InputStream body, int headBytes, long maxBytes) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            if (bytes > maxBytes) {
                throw new Refusal(Reason.TOO_LARGE, "The original is larger than " + (maxBytes >> 20) + " MiB.");
            }
            sha256.update(buffer, 0, read);
            head.write(buffer, 0, Math.min(read, Math.max(0, headBytes - head.size())));
        }
        return new Measured(head.toByteArray(), bytes, SourceVersion.ofDigest(sha256.digest()));
    }

    /** Reads a body of this length; empty when it is a longer one. */
    static Optional<byte[]> exactly(InputStream body, int length) throws IOException {
        byte[] bytes = readFully(body, length);
        return body.read() < 0 ? Optional.of(bytes) : Optional.empty();
    }

    static byte[] readFully(InputStream body, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (body.readNBytes(bytes, 0, length) < length) {
            throw new IOException("it ends before " + length + " bytes");
        }
        return bytes;
    }
}
