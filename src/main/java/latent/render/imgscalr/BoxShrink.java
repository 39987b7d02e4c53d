package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.imgscalr.Pixels.Channels;

/**
 * Shrinks by a whole factor while rows come in, each pixel the mean of a square, and passes the rows on. Columns and rows that do not fill a last
 * square are left out on both sides alike.
 */
final class BoxShrink implements RowSink {
    private final int count;
    private final int factor;
    private final PixelSize size;
    private final int left;
    private final int top;
    private final int[] sums;
    private final byte[] line;
    private final RowSink next;
    private int rows;

    /**
     * Between a decoder and the next step.
     *
     * @param region the part of each row, and of all rows, that is kept; alpha cannot be among its channels
     * @param factor 2 or more, and no more than the region's shorter side
     * @param size   of what the next step gets: as many whole squares as the region has
     */
    BoxShrink(PixelRect region, Channels channels, int factor, PixelSize size, RowSink next) {
        this.count = channels.count();
        this.factor = factor;
        this.size = size;
        this.left = region.left() + region.width() % factor / 2;
        this.top = region.top() + region.height() % factor / 2;
        this.sums = new int[size.width() * factor * count];
        this.line = new byte[size.width() * count];
        this.next = next;
    }

    @Override
    public void row(int y, byte[] row) {
        int out = Math.floorDiv(y - top, factor);
        if (out < 0 || out >= size.height()) {
            return;
        }
        int from = left * count;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[from + i] & 0xff;
        }
        if (++rows == factor) {
            emit();
            next.row(out, line);
            Arrays.fill(sums, 0);
            rows = 0;
        }
    }

    @Override
    public Pixels finish(Optional<ICC_Profile> profile) throws IOException {
        return next.finish(profile);
    }

    private void emit() {
        int area = factor * factor;
        for (int x = 0, out = 0; x < size.width(); x++) {
            for (int c = 0; c < count; c++) {
                line[out++] = (byte) ((sum(x * factor * count + c) + area / 2) / area);
            }
        }
    }

    private int sum(int first) {
        int sum = 0;
        for (int i = 0; i < factor; i++) {
            sum += sums[first + i * count];
        }
        return sum;
    }
}
