package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.imgscalr.Pixels.Channels;

/** Another size, row by row while they come in, by Lanczos' kernel across and then down; no more rows stand in memory than the kernel sees. */
final class LanczosResize implements RowSink {
    private final PixelRect region;
    private final Channels channels;
    private final PixelSize size;
    private final Mixing mixing;
    private final Lanczos across;
    private final Lanczos down;
    private final float[] wide;
    private final float[] narrow;
    private final Deque<float[]> open = new ArrayDeque<>();
    private final Deque<float[]> spare = new ArrayDeque<>();
    private final byte[] samples;
    private int firstOpen;
    private int rows;

    /** @param region the part of the decoded picture that is kept */
    LanczosResize(PixelRect region, Channels channels, PixelSize size) {
        this.region = region;
        this.channels = channels;
        this.size = size;
        this.mixing = Mixing.of(channels);
        this.across = new Lanczos(region.width(), size.width());
        this.down = new Lanczos(region.height(), size.height());
        this.wide = new float[region.width() * channels.count()];
        this.narrow = new float[size.width() * channels.count()];
        this.samples = new byte[Math.toIntExact(size.pixels() * channels.count())];
    }

    @Override
    public void row(int y, byte[] row) {
        int line = y - region.top();
        if (line < 0 || line >= region.height()) {
            return;
        }
        rows++;
        mixing.read(row, region.left() * channels.count(), wide);
        across.apply(wide, narrow, channels.count());
        begin(line);
        int out = firstOpen;
        for (float[] sums : open) {
            add(down.weight(out++, line), sums);
        }
        finish(line);
    }

    @Override
    public Pixels finish(Optional<ICC_Profile> profile) throws IOException {
        if (rows < region.height()) {
            throw new IOException((region.height() - rows) + " rows are missing");
        }
        return new Pixels(size, channels, samples, profile);
    }

    private void begin(int line) {
        for (int out = firstOpen + open.size(); out < size.height() && down.start(out) <= line; out++) {
            open.add(spare.isEmpty() ? new float[narrow.length] : spare.pop());
        }
    }

    private void add(float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * narrow[i];
        }
    }

    private void finish(int line) {
        while (!open.isEmpty() && down.end(firstOpen) <= line + 1) {
            float[] sums = open.remove();
            mixing.write(sums, samples, firstOpen++ * narrow.length);
            Arrays.fill(sums, 0);
            spare.push(sums);
        }
    }
}
