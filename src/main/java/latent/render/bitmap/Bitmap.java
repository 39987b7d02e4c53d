package latent.render.bitmap;

import com.twelvemonkeys.image.BufferedImageFactory;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.io.SubStream;
import com.twelvemonkeys.lang.Validate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageReader;

/** A decoded bitmap, or the best of those in an icon, in sRGB. */
public final class Bitmap {
    private static final int FILE_HEADER_BYTES = 14;
    private static final int PIXELS_AT = 10;
    private static final int MASKS_AT = 54;

    /** One class of each library that decoding needs. */
    private static final List<Class<?>> OF_EACH_LIBRARY = List.of(
            BMPImageReaderSpi.class,
            ImageReaderBase.class,
            BufferedImageFactory.class,
            SubStream.class,
            Validate.class);

    private final DibHeader header;
    private final Lines colours;
    private final Optional<IntBinaryOperator> opacity;

    /** Reads the lines of a picture, from the top. */
    private interface Lines {
        void read(int y, int[] argb);
    }

    private Bitmap(DibHeader header, Lines colours, Optional<IntBinaryOperator> opacity) {
        this.header = header;
        this.colours = colours;
        this.opacity = opacity;
    }

    /**
     * Decodes a BMP file.
     *
     * @param file the whole of it, in any byte order
     * @throws IOException      when it is damaged
     * @throws RuntimeException the same, of many kinds
     */
    public static Bitmap of(ByteBuffer file) throws IOException {
        ByteBuffer bytes = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        DibHeader header = DibHeader.of(bytes, FILE_HEADER_BYTES, false);
        AlphaSamples alpha = new AlphaSamples(bytes, header, pixels(bytes));
        Lines colours = header.isPlain() ? read(bytes) : new RunLengths(bytes, header, pixels(bytes))::line;
        return new Bitmap(header, colours, alpha.isThere() ? Optional.of(alpha::at) : Optional.empty());
    }

    /** Decodes the best picture of an icon, where that is no PNG file. Its mask counts where it has no alpha. */
    public static Bitmap ofIcon(ByteBuffer file) throws IOException {
        ByteBuffer icon = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        IconEntry entry = IconEntry.best(icon);
        ByteBuffer bytes = IconBitmap.of(icon, entry);
        DibHeader inIcon = DibHeader.of(icon, (int) entry.offset(), true);
        AlphaSamples alpha = new AlphaSamples(bytes, inIcon, pixels(bytes));
        IconMask mask = new IconMask(bytes, inIcon, pixels(bytes));
        return new Bitmap(inIcon, read(bytes), Optional.of(alpha.isThere() ? alpha::at : mask::at));
    }

    private static long pixels(ByteBuffer file) {
        return file.getInt(PIXELS_AT) & 0xffffffffL;
    }

    private static Lines read(ByteBuffer file) throws IOException {
        ImageReader reader = new BMPImageReaderSpi().createReaderInstance(null);
        try (BufferStream stream = new BufferStream(file, head(file))) {
            reader.setInput(stream, false, true);
            BufferedImage picture = reader.read(0);
            return (y, argb) -> picture.getRGB(0, y, picture.getWidth(), 1, argb, 0, picture.getWidth());
        } finally {
            reader.dispose();
        }
    }

    /** The library reads masks even where they mean nothing: then they are replaced by the right ones. */
    private static byte[] head(ByteBuffer file) {
        DibHeader header = DibHeader.of(file, FILE_HEADER_BYTES, false);
        if (!header.hasUnusedMasks()) {
            return new byte[0];
        }
        byte[] head = new byte[MASKS_AT + 4 * Integer.BYTES];
        file.get(0, head, 0, MASKS_AT);
        ByteBuffer masks = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).position(MASKS_AT);
        int bits = header.bits() == 16 ? 5 : 8;
        for (int channel = 2; channel >= 0; channel--) {
            masks.putInt(((1 << bits) - 1) << (bits * channel));
        }
        return head;
    }

    public int width() {
        return (int) header.width();
    }

    public int height() {
        return (int) header.height();
    }

    public boolean hasAlpha() {
        return opacity.isPresent();
    }

    /** A line as Java packs pixels: alpha, red, green, blue, eight bits each, not multiplied. */
    public void line(int y, int[] argb) {
        colours.read(y, argb);
        for (int x = 0; x < width(); x++) {
            int alpha = opacity.isPresent() ? opacity.get().applyAsInt(x, y) : 255;
            argb[x] = (argb[x] & 0xffffff) | (alpha << 24);
        }
    }

    /** Opens everything that decoding will load, for a process that may open nothing later on. */
    public static void prepare() {
        for (Class<?> one : OF_EACH_LIBRARY) {
            if (one.getResource(one.getSimpleName() + ".class") == null) {
                throw new IllegalStateException("a library without its own class: " + one);
            }
        }
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).flush();
    }

    /** The archives that decoding needs on the class path. */
    public static List<Path> libraries() {
        return OF_EACH_LIBRARY.stream().map(Bitmap::archive).distinct().toList();
    }

    private static Path archive(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
