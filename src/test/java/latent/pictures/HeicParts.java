package latent.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What is in a HEIC file of a coder's, and the file with something else in its place. */
public final class HeicParts {
    private HeicParts() {}

    /** The sequence parameter set in a file's first configuration. */
    public static byte[] sequenceParametersOf(byte[] heic) {
        byte[] boxes = BoxFile.content(heic, "hvcC");
        int at = 23;
        while ((boxes[at] & 0x3f) != 33) {
            at += 5 + ByteBuffer.wrap(boxes).getShort(at + 3);
        }
        int length = ByteBuffer.wrap(boxes).getShort(at + 3);
        return Arrays.copyOfRange(boxes, at + 5, at + 5 + length);
    }

    /** The first configuration of a decoder in a file. */
    public static byte[] configurationOf(byte[] heic) {
        return BoxFile.content(heic, "hvcC");
    }

    /** A file whose first picture claims another size. */
    public static byte[] withSize(byte[] heic, int width, int height) {
        byte[] changed = heic.clone();
        int at = new String(heic, ISO_8859_1).indexOf("ispe") + 8;
        ByteBuffer.wrap(changed).putInt(at, width).putInt(at + 4, height);
        return changed;
    }

    /** A file whose first configuration says eight bits a channel, whatever is coded. */
    public static byte[] sayingEightBits(byte[] heic) {
        byte[] changed = heic.clone();
        int at = new String(heic, ISO_8859_1).indexOf("hvcC") + 4 + 17;
        changed[at] = (byte) 0xf8;
        changed[at + 1] = (byte) 0xf8;
        return changed;
    }
}
