package latent.render.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform of a block's lowest frequencies, of 1, 2 or 4 in each direction: the block at an eighth, a quarter or half of
 * its size (Natarajan and Bhaskaran, "A fast approximate algorithm for scaling down digital images in the DCT domain", 1995).
 */
final class Idct {
    private static final float A = 0.6532815f;
    private static final float B = 0.27059805f;

    private final int kept;
    private final float[] factors;
    private final float[] block = new float[16];

    /** @param quantization of the 64 coefficients, row by row */
    Idct(int kept, int[] quantization) {
        this.kept = kept;
        this.factors = new float[kept * kept];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = quantization[i / kept * 8 + i % kept] * kept / 8f;
        }
    }

    /** Writes {@code kept} rows of {@code kept} samples into a plane. */
    void transform(short[] coefficients, int from, byte[] plane, int at, int stride) {
        switch (kept) {
            case 1 -> plane[at] = sample(coefficients[from] * factors[0]);
            case 2 -> two(coefficients, from, plane, at, stride);
            default -> four(coefficients, from, plane, at, stride);
        }
    }

    private void two(short[] c, int from, byte[] plane, int at, int stride) {
        float mean = c[from] * factors[0] / 2;
        float right = c[from + 1] * factors[1] / 2;
        float below = c[from + 2] * factors[2] / 2;
        float both = c[from + 3] * factors[3] / 2;
        plane[at] = sample(mean + right + below + both);
        plane[at + 1] = sample(mean - right + below - both);
        plane[at + stride] = sample(mean + right - below - both);
        plane[at + stride + 1] = sample(mean - right - below + both);
    }

    private void four(short[] c, int from, byte[] plane, int at, int stride) {
        boolean flat = true;
        for (int i = 1; i < 16; i++) {
            flat &= c[from + i] == 0;
        }
        if (flat) {
            byte even = sample(c[from] * factors[0] / 4);
            for (int y = 0; y < 4; y++) {
                Arrays.fill(plane, at + y * stride, at + y * stride + 4, even);
            }
            return;
        }
        for (int x = 0; x < 4; x++) {
            float f0 = c[from + x] * factors[x] / 2;
            float f1 = c[from + x + 4] * factors[x + 4];
            float f2 = c[from + x + 8] * factors[x + 8] / 2;
            float f3 = c[from + x + 12] * factors[x + 12];
            float outer = A * f1 + B * f3;
            float inner = B * f1 - A * f3;
            block[x] = f0 + f2 + outer;
            block[x + 4] = f0 - f2 + inner;
            block[x + 8] = f0 - f2 - inner;
            block[x + 12] = f0 + f2 - outer;
        }
        for (int y = 0; y < 4; y++) {
            float f0 = block[4 * y] / 2;
            float f1 = block[4 * y + 1];
            float f2 = block[4 * y + 2] / 2;
            float f3 = block[4 * y + 3];
            float outer = A * f1 + B * f3;
            float inner = B * f1 - A * f3;
            int row = at + y * stride;
            plane[row] = sample(f0 + f2 + outer);
            plane[row + 1] = sample(f0 - f2 + inner);
            plane[row + 2] = sample(f0 - f2 - inner);
            plane[row + 3] = sample(f0 + f2 - outer);
        }
    }

    private static byte sample(float value) {
        int rounded = (int) (value + 128.5f);
        return (byte) (rounded < 0 ? 0 : Math.min(rounded, 255));
    }
}
