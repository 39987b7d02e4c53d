package latent.render.gif;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Takes out of the first frame of a GIF file what the JDK's reader cannot stand (JDK 25, {@code GIFImageReader}). Clear codes that follow another one
 * mean nothing (GIF89a, appendix F), and some encoders begin with two; the reader takes the second for a pixel, so that all that follow are moved. And
 * codes behind the last pixel, for which there may be no meaning at all.
 */
public final class FirstFrameCodes {
    private static final int LONGEST_BLOCK = 255;

    private final ByteArrayOutputStream codes = new ByteArrayOutputStream();
    private final LzwLengths walk;
    private final int clear;
    private int previous = -1;
    private boolean changed;
    private boolean ended;
    private int waiting;
    private int waitingBits;

    private FirstFrameCodes(int minimumBits, GifFrame frame) {
        this.walk = new LzwLengths(minimumBits, frame.width(), frame.height(), this::take);
        this.clear = 1 << minimumBits;
    }

    /**
     * The file without them, and with an end where that is missing; or itself where there is nothing to change.
     *
     * @param file whose first frame is whole, as {@link GifFile#isWhole} says
     */
    public static byte[] plain(byte[] file) {
        byte[] missing = GifFile.missingEnd(MemorySegment.ofArray(file));
        byte[] closed = Arrays.copyOf(file, file.length + missing.length);
        System.arraycopy(missing, 0, closed, file.length, missing.length);
        List<GifFrame> frames = GifFrames.of(ByteBuffer.wrap(closed));
        if (frames.isEmpty()) {
            return file;
        }
        GifFrame first = frames.getFirst();
        int data = GifFrames.data(closed, first);
        FirstFrameCodes codes = new FirstFrameCodes(closed[data], first);
        int at = data + 1;
        for (int left = closed[at] & 0xff; left > 0; left = closed[at] & 0xff) {
            for (int i = 1; i <= left; i++) {
                codes.walk.put(closed[at + i] & 0xff);
            }
            at += 1 + left;
        }
        return codes.changed ? codes.file(closed, data + 1, first.end()) : closed;
    }

    private void take(int code, int bits) {
        int end = clear + 1;
        if (ended || (code == clear && previous == clear)) {
            changed = true;
            return;
        }
        ended = walk.haveAll() || code == end;
        changed |= ended && code != end;
        put(ended ? end : code, bits);
        previous = code;
    }

    private void put(int code, int bits) {
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
