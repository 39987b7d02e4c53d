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
        return writer(picture).pages(pages).of(picture);
    }

    /** A picture with an entry for its orientation in each of these types, the first with this value, each further one with the next. */
    public static byte[] withOrientation(BufferedImage picture, int orientation, int... types) {
        TiffWriter writer = writer(picture);
        for (int i = 0; i < types.length; i++) {
            writer.another(ORIENTATION, types[i], orientation + i);
        }
        return writer.of(picture);
    }

    /** With a colour profile, of eight bits in one or three channels. */
    public static byte[] withProfile(BufferedImage picture, byte[] profile) {
        return writer(picture).profile(profile).of(picture);
    }

    private static TiffWriter writer(BufferedImage picture) {
        return TiffWriter.like(picture).bigEndian();
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
