package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.imgscalr.Pixels.Channels;

/**
 * Shrinks by a whole factor while rows come in, each pixel the mean of a square: the decoded picture never stands in memory whole, and nothing
 * aliases, unlike ImageIO's subsampling, which picks one pixel of each square. Columns and rows that do not fill a last square are left out
 * on both sides alike.
 */
final class BoxShrink implements RowSink {
    /** Keeps a sum of premultiplied samples within an int: 255 x 255 x 128 x 128. */
    static final int MAX_FACTOR = 128;

    private final Channels channels;
    private final int factor;
    private final PixelSize size;
    private final int left;
    private final int top;
    private final int[] sums;
    private final byte[] samples;
    private int rows;
    private int lines;

    /**
     * @param region the part of each row, and of all rows, that is kept
     * @param factor 1 to {@link #MAX_FACTOR}, and no more than the region's shorter side
     */
    BoxShrink(PixelRect region, Channels channels, int factor) {
        this.channels = channels;
        this.factor = factor;
        this.size = new PixelSize(region.width() / factor, region.height() / factor);
        this.left = region.left() + region.width() % factor / 2;
        this.top = region.top() + region.height() % factor / 2;
        this.sums = new int[size.width() * factor * channels.count()];
        this.samples = new byte[Math.toIntExact(size.pixels() * channels.count())];
    }

    /** The largest factor that leaves at least {@code headroom} times the wanted pixels on each side. */
    static int factor(PixelSize region, PixelSize wanted, double headroom) {
        double across = region.width() / (headroom * wanted.width());
        double down = region.height() / (headroom * wanted.height());
        return (int) Math.clamp(Math.min(across, down), 1, MAX_FACTOR);
    }

    /** Takes one row; rows come in order, from the top of the picture or of the region on. */
    @Override
    public void row(int y, byte[] row) {
        int line = (y - top) / factor;
        if (y < top || line >= size.height()) {
            return;
        }
        lines = line + 1;
        int from = left * channels.count();
        if (factor == 1) {
            System.arraycopy(row, from, samples, line * sums.length, sums.length);
            return;
        }
        if (channels.alpha()) {
            addPremultiplied(row, from);
        } else {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[from + i] & 0xff;
            }
        }
        if (++rows == factor) {
            emit(line);
            Arrays.fill(sums, 0);
            rows = 0;
        }
    }

    @Override
    public Pixels finish(Optional<ICC_Profile> profile) throws IOException {
        if (lines < size.height()) {
            throw new IOException((size.height() - lines) + " rows are missing");
        }
        return new Pixels(size, channels, samples, profile);
    }

    private void addPremultiplied(byte[] row, int from) {
        int count = channels.count();
        for (int i = 0; i < sums.length; i += count) {
            int alpha = row[from + i + count - 1] & 0xff;
            for (int c = 0; c < count - 1; c++) {
                sums[i + c] += (row[from + i + c] & 0xff) * alpha;
            }
            sums[i + count - 1] += alpha;
        }
    }

    private void emit(int line) {
        int count = channels.count();
        int out = line * size.width() * count;
        int area = factor * factor;
        for (int x = 0; x < size.width(); x++) {
            int in = x * factor * count;
            int alpha = channels.alpha() ? sum(in + count - 1) : area;
            for (int c = 0; c < count; c++) {
                int by = channels.alpha() && c == count - 1 ? area : alpha;
                samples[out++] = by == 0 ? 0 : (byte) ((sum(in + c) + by / 2) / by);
            }
        }
    }

    private int sum(int first) {
        int sum = 0;
        for (int i = 0; i < factor; i++) {
            sum += sums[first + i * channels.count()];
        }
        return sum;
    }
}
