package latent.render.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Small steps over a file. */
final class Bytes {
    private Bytes() {}

    /** The next four characters, as containers name their parts. */
    static String tag(ByteBuffer file) {
        byte[] tag = new byte[4];
        file.get(tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }
}
