package latent.render.gif;

/**
 * Counts the pixels that a GIF frame's codes stand for. A code stands for those of an earlier one and one more, so that lengths suffice.
 *
 * <p>Browsers need as many pixels as the frame has, and pass over what is left. But of four bits that are flipped in a file, one or two leave too few
 * pixels and one leaves some too many, with all that come after it in the wrong place; so few that a surplus tells whether a frame is damaged: never
 * as many as a quarter of it, nor followed by codes that are unknown, and hardly ever whole lines. Such a surplus is that of a frame that was cut, or
 * of a program that wrote more than it had to.
 */
final class LzwLengths {
    private static final int PART_THAT_IS_NO_DAMAGE = 4;

    private static final int MAX_BITS = 12;
    private static final int MAX_MINIMUM = 8;

    private final Listener listener;
    private final int clear;
    private final int minimumBits;
    private final int width;
    private final long wanted;
    private final int[] length = new int[1 << MAX_BITS];
    private int bits;
    private int next;
    private int previous;
    private long pixels;
    private int waiting;
    private int waitingBits;
    private boolean ended;
    private boolean unknown;

    /** Is told each code and how many bits it has. */
    @FunctionalInterface
    interface Listener {
        void code(int code, int bits);
    }

    /** For a frame of this size. */
    LzwLengths(int minimumCodeSize, int width, int height) {
        this(minimumCodeSize, width, height, (code, bits) -> {});
    }

    LzwLengths(int minimumCodeSize, int width, int height, Listener listener) {
        this.listener = listener;
        unknown = minimumCodeSize < 1 || minimumCodeSize > MAX_MINIMUM;
        minimumBits = Math.clamp(minimumCodeSize, 1, MAX_MINIMUM) + 1;
        clear = 1 << (minimumBits - 1);
        this.width = width;
        wanted = (long) width * height;
        reset();
    }

    /** The next byte of the frame's data. */
    void put(int octet) {
        waiting |= octet << waitingBits;
        waitingBits += 8;
        while (waitingBits >= bits) {
            int read = bits;
            int code = waiting & ((1 << read) - 1);
            waiting >>>= read;
            waitingBits -= read;
            if (!ended && !unknown) {
                listener.code(code, read);
                take(code);
            }
        }
    }

    /** Whether there were codes for every pixel so far. */
    boolean haveAll() {
        return pixels >= wanted;
    }

    /** Whether there were codes for every pixel, and no others that damage would leave. */
    boolean areWhole() {
        long surplus = pixels - wanted;
        return wanted == 0
                || surplus == 0
                || (surplus > 0 && (unknown || surplus % width == 0 || surplus >= wanted / PART_THAT_IS_NO_DAMAGE));
    }

    private void take(int code) {
        if (code == clear) {
            reset();
        } else if (code == clear + 1) {
            ended = true;
        } else if (code > next || (code == next && previous == 0)) {
            unknown = true;
        } else {
            int known = code == next ? previous + 1 : code < clear ? 1 : length[code];
            learn();
            previous = known;
            pixels += known;
        }
    }

    private void learn() {
        if (previous > 0 && next < length.length) {
            length[next++] = previous + 1;
            if (next == 1 << bits && bits < MAX_BITS) {
                bits++;
            }
        }
    }

    private void reset() {
        bits = minimumBits;
        next = clear + 2;
        previous = 0;
    }
}
