package latent.render.gif;

/** Counts the pixels that a GIF frame's codes stand for. A code stands for those of an earlier one and one more, so that lengths suffice. */
final class LzwLengths {
    private static final int MAX_BITS = 12;
    private static final int MAX_MINIMUM = 8;

    private final Listener listener;
    private final int clear;
    private final int minimumBits;
    private final long wanted;
    private final int[] length = new int[1 << MAX_BITS];
    private int bits;
    private int next;
    private int previous;
    private long pixels;
    private int waiting;
    private int waitingBits;
    private boolean ended;
    private boolean broken;

    /** Is told each code and how many bits it has. */
    @FunctionalInterface
    interface Listener {
        void code(int code, int bits);
    }

    LzwLengths(int minimumCodeSize, long pixels) {
        this(minimumCodeSize, pixels, (code, bits) -> {});
    }

    LzwLengths(int minimumCodeSize, long pixels, Listener listener) {
        this.listener = listener;
        broken = minimumCodeSize < 1 || minimumCodeSize > MAX_MINIMUM;
        minimumBits = Math.clamp(minimumCodeSize, 1, MAX_MINIMUM) + 1;
        clear = 1 << (minimumBits - 1);
        wanted = pixels;
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
            if (!ended && !broken) {
                listener.code(code, read);
                take(code);
            }
        }
    }

    /** Whether there were codes for every pixel, each of them known, and for none that is not in the frame. */
    boolean areWhole() {
        return wanted == 0 || (!broken && pixels == wanted);
    }

    private void take(int code) {
        if (code == clear) {
            reset();
        } else if (code == clear + 1) {
            ended = true;
        } else if (code > next || (code == next && previous == 0)) {
            broken = true;
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
