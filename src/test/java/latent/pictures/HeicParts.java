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

    /** A file of which one item is of another kind. */
    public static byte[] withKind(byte[] heic, int item, String fourLetters) {
        byte[] changed = heic.clone();
        String entry = new String(new byte[] {0, (byte) item, 0, 0}, ISO_8859_1);
        int at = new String(heic, ISO_8859_1).indexOf(entry + "hvc1") + entry.length();
        System.arraycopy(Encoded.bytes(fourLetters), 0, changed, at, 4);
        return changed;
    }

    /** A property that says how large a picture is. */
    public static byte[] size(int width, int height) {
        return BoxFile.full("ispe", 0, BoxFile.ints(width, height));
    }

    /** A file that says at its end that items are made of others, in so many words; its boxes go on to the end of it. */
    public static byte[] referring(byte[] heic, int times) {
        int meta = new String(heic, ISO_8859_1).indexOf("meta") - 4;
        ByteBuffer lists = ByteBuffer.allocate(4 * (times / 60_000 + 1) + 2 * times + 8 * (times / 60_000 + 1));
        for (int left = times; left > 0; left -= 60_000) {
            int count = Math.min(left, 60_000);
            lists.putInt(12 + 2 * count)
                    .put(Encoded.bytes("dimg"))
                    .putShort((short) 5)
                    .putShort((short) count);
            lists.position(lists.position() + 2 * count);
        }
        byte[] boxes = BoxFile.content(heic, "meta");
        byte[] more = BoxFile.full("iref", 0, lists.array());
        return Encoded.join(Arrays.copyOf(heic, meta), BoxFile.box("meta", boxes, more));
    }
}
