package latent.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** TIFF files of pictures, big-endian, uncompressed, in one strip; and what scanners and fax machines send. */
public final class TiffFile {
    private static final int ORIENTATION = 274;

    private TiffFile() {}

    /** A picture in so many pages, all of which show the same. */
    public static byte[] ofPages(BufferedImage picture, int pages) {
        return writer(picture).bigEndian().pages(pages).of(pixels(picture));
    }

    /** A picture with an entry for its orientation in each of these types, the first with this value, each further one with the next. */
    public static byte[] withOrientation(BufferedImage picture, int orientation, int... types) {
        TiffWriter writer = writer(picture).bigEndian();
        for (int i = 0; i < types.length; i++) {
            writer.another(ORIENTATION, types[i], orientation + i);
        }
        return writer.of(pixels(picture));
    }

    /** With a colour profile, of eight bits in one or three channels. */
    public static byte[] withProfile(BufferedImage picture, byte[] profile) {
        return writer(picture).bigEndian().profile(profile).of(pixels(picture));
    }

    /** As BigTIFF, little-endian, turned. */
    static byte[] big(BufferedImage picture, int orientation) {
        return writer(picture).big().tag(ORIENTATION, orientation).of(pixels(picture));
    }

    private static TiffWriter writer(BufferedImage picture) {
        boolean gray = picture.getRaster().getNumBands() == 1;
        return new TiffWriter(
                picture.getWidth(),
                picture.getHeight(),
                gray ? TiffWriter.BLACK_IS_ZERO : TiffWriter.RGB,
                8,
                gray ? 1 : 3);
    }

    private static TiffWriter.Pixels pixels(BufferedImage picture) {
        boolean gray = picture.getRaster().getNumBands() == 1;
        return (x, y) -> {
            int rgb = gray ? picture.getRaster().getSample(x, y, 0) : picture.getRGB(x, y);
            return gray ? new long[] {rgb} : new long[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
        };
    }

    /** Black and white pages as fax machines send them, in Group 4. */
    public static byte[] fax(BufferedImage... pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.6");
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), how);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
