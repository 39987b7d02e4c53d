package latent.render.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.PixelSize;

/**
 * A JPEG file at half, a quarter or an eighth of its size, in the memory of the shrunken picture. Sequential and progressive files of one or three
 * components of eight bits; others are for libjpeg.
 */
public final class ShrunkJpeg {
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int DHT = 0xc4;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int APP0 = 0xe0;
    private static final int ADOBE = 0xee;

    /** libjpeg's encoders write ten; each costs a pass over all blocks. */
    private static final int MAX_SCANS = 100;

    private final byte[] file;
    private final int kept;
    private final int[] places = new int[64];
    private final Tables tables = new Tables();
    private final BitReader bits;
    private Optional<Frame> frame = Optional.empty();
    private boolean jfif;
    private boolean rgb;

    private ShrunkJpeg(byte[] file, int kept) {
        this.file = file;
        this.kept = kept;
        this.bits = new BitReader(file);
        for (int k = 0; k < 64; k++) {
            int row = Tables.NATURAL[k] / 8;
            int column = Tables.NATURAL[k] % 8;
            places[k] = row < kept && column < kept ? row * kept + column : -1;
        }
    }

    /**
     * Decodes a file.
     *
     * @param shrink 2, 4 or 8
     * @throws IOException when the file is damaged, ends too early, or is of a kind that is not read here
     */
    public static Planes decode(byte[] file, int shrink) throws IOException {
        try {
            return new ShrunkJpeg(file, 8 / shrink).run();
        } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("damaged in a way not thought of", e);
        }
    }

    private Planes run() throws IOException {
        Segments in = new Segments(file);
        int scans = 0;
        for (int marker = in.next(); marker != EOI; marker = in.next()) {
            if (marker == SOS) {
                if (scans++ == MAX_SCANS) {
                    throw new IOException("too many scans");
                }
                in.jump(scan(in));
                continue;
            }
            switch (marker) {
                case DHT -> tables.readHuffman(in);
                case DQT -> tables.readQuantization(in);
                case DRI -> tables.readRestartInterval(in);
                case APP0 -> jfif |= in.starts("JFIF");
                case ADOBE -> rgb = adobeRgb(in);
                default -> {
                    if (Frame.announces(marker)) {
                        if (frame.isPresent()) {
                            throw new IOException("a second frame");
                        }
                        frame = Optional.of(Frame.read(marker, in, kept, rgb && !jfif));
                    }
                }
            }
            in.leave();
        }
        if (scans == 0) {
            throw new IOException("a file without a scan");
        }
        return planes();
    }

    /** Adobe's marker says of three components whether they were converted: 0 means that they were not. */
    private static boolean adobeRgb(Segments in) throws IOException {
        if (!in.has(12)) {
            return false;
        }
        for (int i = 0; i < 11; i++) {
            in.u8();
        }
        return in.u8() == 0;
    }

    private int scan(Segments in) throws IOException {
        Frame of = header();
        int count = in.u8();
        List<Scan.Part> parts = new ArrayList<>();
        int[][] wanted = new int[count][2];
        for (int[] part : wanted) {
            part[0] = in.u8();
            part[1] = in.u8();
        }
        int first = in.u8();
        int last = in.u8();
        int approximation = in.u8();
        int high = approximation >> 4;
        int low = approximation & 15;
        if (!of.progressive()) {
            // Some encoders write nonsense here, and every decoder passes over it.
            first = 0;
            last = 63;
            high = 0;
            low = 0;
        }
        HuffmanTable none = new HuffmanTable(new int[17], new byte[0]);
        for (int[] part : wanted) {
            Component component = of.components().stream()
                    .filter(c -> c.id == part[0])
                    .findFirst()
                    .orElseThrow(() -> new IOException("a scan of a component that is not there"));
            boolean means = first == 0 && high == 0;
            HuffmanTable dc = means ? tables.huffman(0, part[1] >> 4) : none;
            HuffmanTable ac = last > 0 ? tables.huffman(1, part[1]) : none;
            parts.add(new Scan.Part(component, dc, ac));
        }
        Scan scan = new Scan(parts, first, last, high, low);
        if (parts.isEmpty() || !scan.fits(of.progressive())) {
            throw new IOException("a scan that makes no sense");
        }
        BlockReader blocks = of.progressive()
                ? new ProgressiveReader(bits, places, kept, scan)
                : new SequentialReader(bits, places, kept);
        return scan.read(blocks, bits, of.grid(), tables.restartInterval(), in.position(), file);
    }

    private Planes planes() throws IOException {
        Frame of = header();
        List<Planes.Plane> planes = new ArrayList<>();
        for (Component component : of.components()) {
            Idct idct = new Idct(kept, tables.quantization(component.quantization));
            int stride = component.stride * kept;
            int rows = component.coefficients.length / (kept * kept) / component.stride;
            byte[] plane = new byte[stride * rows * kept];
            for (int y = 0, block = 0; y < rows; y++) {
                for (int x = 0; x < component.stride; x++, block++) {
                    idct.transform(component.coefficients, block * kept * kept, plane, (y * stride + x) * kept, stride);
                }
            }
            planes.add(new Planes.Plane(
                    plane,
                    stride,
                    component.across,
                    of.grid().mostAcross(),
                    component.down,
                    of.grid().mostDown()));
        }
        Component.Grid grid = of.grid();
        PixelSize size = new PixelSize(Component.ceil(grid.width() * kept, 8), Component.ceil(grid.height() * kept, 8));
        return new Planes(size, planes, of.colours());
    }

    private Frame header() throws IOException {
        return frame.orElseThrow(() -> new IOException("a scan before its frame"));
    }
}
