package latent.render.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads from a file's bytes. */
final class Bytes {
    private Bytes() {}

    /** The next four characters: a name in a container format. */
    static String tag(ByteBuffer file) {
        byte[] tag = new byte[4];
        file.get(tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }
}
