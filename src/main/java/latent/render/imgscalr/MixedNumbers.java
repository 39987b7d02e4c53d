package latent.render.imgscalr;

/** Samples as they stand in the file. */
final class MixedNumbers implements Mixing {
    @Override
    public void read(byte[] row, int from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = row[from + i] & 0xff;
        }
    }

    @Override
    public void write(float[] sums, byte[] samples, int at) {
        for (int i = 0; i < sums.length; i++) {
            samples[at + i] = (byte) Math.clamp((int) (sums[i] + 0.5f), 0, 255);
        }
    }
}
