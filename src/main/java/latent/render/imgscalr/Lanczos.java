package latent.render.imgscalr;

/** How much each of a line's samples counts in each sample of the same line at another length: Lanczos' kernel of three lobes. */
final class Lanczos {
    private static final int LOBES = 3;

    private final int[] starts;
    private final float[][] weights;

    Lanczos(int from, int to) {
        starts = new int[to];
        weights = new float[to][];
        double step = (double) from / to;
        double stretch = Math.max(1, step);
        for (int out = 0; out < to; out++) {
            double middle = (out + 0.5) * step - 0.5;
            int start = (int) Math.max(0, Math.ceil(middle - LOBES * stretch));
            int end = (int) Math.min(from - 1.0, Math.floor(middle + LOBES * stretch)) + 1;
            starts[out] = start;
            weights[out] = weights(start, end, middle, stretch);
        }
    }

    private static float[] weights(int start, int end, double middle, double stretch) {
        double[] raw = new double[end - start];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = kernel((start + i - middle) / stretch);
            sum += raw[i];
        }
        float[] weights = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = (float) (raw[i] / sum);
        }
        return weights;
    }

    /** The first sample that counts for {@code out}. */
    int start(int out) {
        return starts[out];
    }

    /** The one behind the last. */
    int end(int out) {
        return starts[out] + weights[out].length;
    }

    /** 0 for samples that do not count. */
    float weight(int out, int in) {
        int at = in - starts[out];
        return at < 0 || at >= weights[out].length ? 0 : weights[out][at];
    }

    /** One line of pixels of {@code count} samples each. */
    void apply(float[] from, float[] to, int count) {
        for (int out = 0; out < starts.length; out++) {
            if (count == 3) {
                three(weights[out], from, 3 * starts[out], to, 3 * out);
            } else {
                any(weights[out], from, count * starts[out], to, count * out, count);
            }
        }
    }

    /** Most pictures: three sums side by side take half the time. */
    private static void three(float[] weights, float[] from, int at, float[] to, int out) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int i = 0, in = at; i < weights.length; i++, in += 3) {
            red += weights[i] * from[in];
            green += weights[i] * from[in + 1];
            blue += weights[i] * from[in + 2];
        }
        to[out] = red;
        to[out + 1] = green;
        to[out + 2] = blue;
    }

    private static void any(float[] weights, float[] from, int at, float[] to, int out, int count) {
        for (int c = 0; c < count; c++) {
            float sum = 0;
            for (int i = 0, in = at + c; i < weights.length; i++, in += count) {
                sum += weights[i] * from[in];
            }
            to[out + c] = sum;
        }
    }

    private static double kernel(double x) {
        return x == 0 ? 1 : Math.abs(x) >= LOBES ? 0 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
