package latent.render.imgscalr;

/**
 * Light, each pixel by its alpha, which is the last of its samples. Java2D mixes eight-bit numbers, so the edge of a white letter on nothing came
 * out too dark.
 */
final class MixedLight implements Mixing {
    private final int count;

    /** @param count of the samples of a pixel, alpha among them */
    MixedLight(int count) {
        this.count = count;
    }

    @Override
    public void read(byte[] row, int from, float[] to) {
        for (int i = 0; i < to.length; i += count) {
            float alpha = (row[from + i + count - 1] & 0xff) / 255f;
            for (int c = 0; c < count - 1; c++) {
                to[i + c] = Light.of(row[from + i + c] & 0xff) * alpha;
            }
            to[i + count - 1] = alpha;
        }
    }

    @Override
    public void write(float[] sums, byte[] samples, int at) {
        for (int i = 0; i < sums.length; i += count) {
            float alpha = Math.clamp(sums[i + count - 1], 0, 1);
            samples[at + i + count - 1] = (byte) Math.round(255 * alpha);
            for (int c = 0; c < count - 1; c++) {
                samples[at + i + c] = alpha == 0 ? 0 : (byte) Light.number(sums[i + c] / alpha);
            }
        }
    }
}
