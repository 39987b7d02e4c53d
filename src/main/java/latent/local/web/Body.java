package latent.local.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * The body of an answer. Whoever writes it closes it.
 *
 * @param length bytes in the stream; of an answer to HEAD, what GET would have sent
 */
public record Body(InputStream stream, long length) {
    public static Body empty() {
        return new Body(InputStream.nullInputStream(), 0);
    }

    public static Body of(byte[] bytes) {
        return new Body(new ByteArrayInputStream(bytes), bytes.length);
    }
}
