package latent.render.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame header (ITU-T T.81, B.2.2).
 *
 * @param colours true when the three components are Y, Cb, Cr, as JFIF has them
 */
record Frame(boolean progressive, Component.Grid grid, List<Component> components, boolean colours) {
    private static final int SEQUENTIAL = 0xc1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int SAMPLE_BITS = 8;

    static boolean announces(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    static Frame read(int marker, Segments in, int kept, boolean rgb) throws IOException {
        if (marker > PROGRESSIVE || in.u8() != SAMPLE_BITS) {
            throw new IOException("a JPEG of a rare kind");
        }
        int height = in.u16();
        int width = in.u16();
        int count = in.u8();
        if (width == 0 || height == 0 || (count != 1 && count != 3)) {
            throw new IOException("a JPEG of a rare kind");
        }
        int[][] specs = new int[count][4];
        int across = 1;
        int down = 1;
        for (int[] spec : specs) {
            spec[0] = in.u8();
            int sampling = in.u8();
            // A single component has no other to be finer than.
            spec[1] = count == 1 ? 1 : sampling >> 4;
            spec[2] = count == 1 ? 1 : sampling & 15;
            spec[3] = in.u8();
            if (spec[1] < 1 || spec[1] > 4 || spec[2] < 1 || spec[2] > 4) {
                throw new IOException("a sampling factor of none or too many");
            }
            across = Math.max(across, spec[1]);
            down = Math.max(down, spec[2]);
        }
        boolean progressive = marker > SEQUENTIAL;
        Component.Grid grid = new Component.Grid(width, height, across, down);
        List<Component> components = new ArrayList<>();
        for (int[] s : specs) {
            components.add(new Component(s[0], s[1], s[2], s[3], grid, kept, progressive));
        }
        boolean named = specs[0][0] == 'R' && count == 3 && specs[1][0] == 'G' && specs[2][0] == 'B';
        return new Frame(progressive, grid, components, count == 3 && !rgb && !named);
    }
}
