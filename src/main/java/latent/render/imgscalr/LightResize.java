package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.imgscalr.Pixels.Channels;

/**
 * Another size for pictures with alpha, row by row while they come in: light is mixed and not the numbers that stand for it, each pixel by its
 * alpha. Java2D mixes eight-bit numbers, so the edge of a white letter on nothing came out too dark.
 */
final class LightResize implements RowSink {
    private final PixelRect region;
    private final Channels channels;
    private final PixelSize size;
    private final Lanczos across;
    private final Lanczos down;
    private final float[] light;
    private final float[] narrow;
    private final float[] sums;
    private int rows;

    /** @param region the part of the decoded picture that is kept */
    LightResize(PixelRect region, Channels channels, PixelSize size) {
        this.region = region;
        this.channels = channels;
        this.size = size;
        this.across = new Lanczos(region.width(), size.width());
        this.down = new Lanczos(region.height(), size.height());
        this.light = new float[region.width() * channels.count()];
        this.narrow = new float[size.width() * channels.count()];
        this.sums = new float[Math.toIntExact(size.pixels() * channels.count())];
    }

    @Override
    public void row(int y, byte[] row) {
        int line = y - region.top();
        if (line < 0 || line >= region.height()) {
            return;
        }
        rows++;
        premultiply(row, region.left() * channels.count());
        narrow();
        for (int out = down.firstThatSees(line); out < size.height() && down.start(out) <= line; out++) {
            float weight = down.weight(out, line);
            int at = out * narrow.length;
            for (int i = 0; i < narrow.length; i++) {
                sums[at + i] += weight * narrow[i];
            }
        }
    }

    @Override
    public Pixels finish(Optional<ICC_Profile> profile) throws IOException {
        if (rows < region.height()) {
            throw new IOException((region.height() - rows) + " rows are missing");
        }
        int count = channels.count();
        byte[] samples = new byte[sums.length];
        for (int i = 0; i < sums.length; i += count) {
            float alpha = Math.clamp(sums[i + count - 1], 0, 1);
            samples[i + count - 1] = (byte) Math.round(255 * alpha);
            for (int c = 0; c < count - 1; c++) {
                samples[i + c] = alpha == 0 ? 0 : (byte) Light.number(sums[i + c] / alpha);
            }
        }
        return new Pixels(size, channels, samples, profile);
    }

    private void premultiply(byte[] row, int from) {
        int count = channels.count();
        for (int i = 0; i < light.length; i += count) {
            float alpha = (row[from + i + count - 1] & 0xff) / 255f;
            for (int c = 0; c < count - 1; c++) {
                light[i + c] = Light.of(row[from + i + c] & 0xff) * alpha;
            }
            light[i + count - 1] = alpha;
        }
    }

    private void narrow() {
        int count = channels.count();
        for (int x = 0, out = 0; x < size.width(); x++) {
            int start = across.start(x);
            int end = across.end(x);
            for (int c = 0; c < count; c++) {
                float sum = 0;
                for (int column = start, at = start * count + c; column < end; column++, at += count) {
                    sum += across.weight(x, column) * light[at];
                }
                narrow[out++] = sum;
            }
        }
    }
}
