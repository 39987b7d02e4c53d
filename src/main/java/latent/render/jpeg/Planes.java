package latent.render.jpeg;

import java.util.List;
import latent.image.PixelSize;

/** A decoded picture, its components still apart and each in its own resolution. */
public final class Planes {
    private final PixelSize size;
    private final List<Plane> planes;
    private final boolean colours;

    /** For each plane and each column of the picture the plane's column: a table costs less than the division it saves. */
    private final int[][] columns;

    /**
     * @param size    of the shrunken picture
     * @param colours the three planes are Y, Cb, Cr
     */
    Planes(PixelSize size, List<Plane> planes, boolean colours) {
        this.size = size;
        this.planes = planes;
        this.colours = colours;
        this.columns = new int[planes.size()][size.width()];
        for (int i = 0; i < columns.length; i++) {
            for (int x = 0; x < size.width(); x++) {
                columns[i][x] = x * planes.get(i).across / planes.get(i).mostAcross;
            }
        }
    }

    /**
     * Samples of one component, {@code stride} in a row.
     *
     * @param across columns to each {@code mostAcross} of the picture
     * @param down   rows to each {@code mostDown} of the picture
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Plane(byte[] samples, int stride, int across, int mostAcross, int down, int mostDown) {
        int line(int y) {
            return y * down / mostDown * stride;
        }
    }

    public PixelSize size() {
        return size;
    }

    /** 1 for gray, else 3 for RGB. */
    public int channels() {
        return planes.size();
    }

    /** Fills one row with gray or RGB samples. Coarser colour is repeated: the picture is about to shrink further. */
    public void read(int y, byte[] row) {
        Plane one = planes.getFirst();
        if (planes.size() == 1) {
            System.arraycopy(one.samples, one.line(y), row, 0, size.width());
        } else if (colours) {
            convert(y, row);
        } else {
            for (int i = 0; i < 3; i++) {
                Plane plane = planes.get(i);
                for (int x = 0; x < size.width(); x++) {
                    row[3 * x + i] = plane.samples[plane.line(y) + columns[i][x]];
                }
            }
        }
    }

    /** JFIF 1.02, "conversion to and from RGB", with 16 bits of fraction. */
    private void convert(int line, byte[] row) {
        byte[] ys = planes.get(0).samples;
        byte[] cbs = planes.get(1).samples;
        byte[] crs = planes.get(2).samples;
        int yLine = planes.get(0).line(line);
        int cbLine = planes.get(1).line(line);
        int crLine = planes.get(2).line(line);
        int[] yColumns = columns[0];
        int[] cbColumns = columns[1];
        int[] crColumns = columns[2];
        for (int x = 0, at = 0; x < yColumns.length; x++, at += 3) {
            int y = ((ys[yLine + yColumns[x]] & 0xff) << 16) + 32_768;
            int cb = (cbs[cbLine + cbColumns[x]] & 0xff) - 128;
            int cr = (crs[crLine + crColumns[x]] & 0xff) - 128;
            row[at] = clamp(y + 91_881 * cr);
            row[at + 1] = clamp(y - 22_554 * cb - 46_802 * cr);
            row[at + 2] = clamp(y + 116_130 * cb);
        }
    }

    private static byte clamp(int fixed) {
        return (byte) Math.clamp(fixed >> 16, 0, 255);
    }
}
