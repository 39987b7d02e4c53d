package latent.render.gif;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Takes clear codes that follow another one out of the first frame of a GIF file. They mean nothing (GIF89a, appendix F), and some encoders begin with
 * two; the JDK's reader (JDK 25, {@code GIFImageReader}) takes the second for a pixel, so that all that follow are moved.
 */
public final class ClearCodes {
    private static final int LONGEST_BLOCK = 255;

    private final ByteArrayOutputStream codes = new ByteArrayOutputStream();
    private final int clear;
    private int previous = -1;
    private int repeats;
    private int waiting;
    private int waitingBits;

    private ClearCodes(int minimumBits) {
        this.clear = 1 << minimumBits;
    }

    /**
     * The file without them, or itself where it has none.
     *
     * @param file whose first frame is whole, as {@link GifFile#isWhole} says
     */
    public static byte[] withoutRepeats(byte[] file) {
        List<GifFrame> frames = GifFrames.of(ByteBuffer.wrap(file));
        if (frames.isEmpty()) {
            return file;
        }
        GifFrame first = frames.getFirst();
        int data = GifFrames.data(file, first);
        ClearCodes codes = new ClearCodes(file[data]);
        LzwLengths walk = new LzwLengths(file[data], 0, codes::take);
        int at = data + 1;
        for (int left = file[at] & 0xff; left > 0; left = file[at] & 0xff) {
            for (int i = 1; i <= left; i++) {
                walk.put(file[at + i] & 0xff);
            }
            at += 1 + left;
        }
        return codes.repeats == 0 ? file : codes.file(file, data + 1, first.end());
    }

    private void take(int code, int bits) {
        if (code == clear && previous == clear) {
            repeats++;
            return;
        }
        previous = code;
        waiting |= code << waitingBits;
        for (waitingBits += bits; waitingBits >= 8; waitingBits -= 8) {
            codes.write(waiting);
            waiting >>>= 8;
        }
    }

    private byte[] file(byte[] original, int from, int to) {
        codes.write(waiting);
        byte[] all = codes.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream(original.length);
        file.write(original, 0, from);
        for (int at = 0; at < all.length; at += LONGEST_BLOCK) {
            int length = Math.min(LONGEST_BLOCK, all.length - at);
            file.write(length);
            file.write(all, at, length);
        }
        file.write(0);
        file.writeBytes(Arrays.copyOfRange(original, to, original.length));
        return file.toByteArray();
    }
}
