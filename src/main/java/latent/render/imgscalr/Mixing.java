package latent.render.imgscalr;

import latent.render.imgscalr.Pixels.Channels;

/** What is added up where several pixels become one. */
interface Mixing {
    /** Takes the samples of a row, as many as {@code to} has room for. */
    void read(byte[] row, int from, float[] to);

    /** Writes a row of sums as samples. */
    void write(float[] sums, byte[] samples, int at);

    /** Light where there is alpha, else the numbers as they are, like libvips, sharp and nearly everyone. */
    static Mixing of(Channels channels) {
        return channels.alpha() ? new MixedLight(channels.count()) : new MixedNumbers();
    }
}
