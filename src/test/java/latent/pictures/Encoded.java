package latent.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files with the oddities that originals have. */
public final class Encoded {
    private Encoded() {}

    public static byte[] jpeg(BufferedImage picture) {
        return write("jpeg", new IIOImage(picture, null, null), false);
    }

    public static byte[] progressiveJpeg(BufferedImage picture) {
        return write("jpeg", new IIOImage(picture, null, null), true);
    }

    public static byte[] png(BufferedImage picture) {
        return write("png", new IIOImage(picture, null, null), false);
    }

    public static byte[] interlacedPng(BufferedImage picture) {
        return write("png", new IIOImage(picture, null, null), true);
    }

    public static byte[] gif(BufferedImage... frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A four-channel JPEG. With the Adobe marker its channels are inverted ink, without it plain ink. */
    public static byte[] inkJpeg(Raster channels, boolean adobe) {
        byte[] jpeg = write("jpeg", new IIOImage(channels, null, null), false);
        return adobe ? withSegment(jpeg, 0xee, bytes("Adobe\0\144\0\0\0\0\0")) : jpeg;
    }

    /** Adds an Exif block with this orientation, 1 to 8. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xe1, join(bytes("Exif\0\0"), exif(orientation)));
    }

    /** Adds an Exif block as a camera writes it: its maker, which way up, a copyright notice, and where it was. */
    public static byte[] withCopyright(byte[] jpeg, String notice) {
        return withSegment(jpeg, 0xe1, join(bytes("Exif\0\0"), CameraExif.of(notice)));
    }

    public static byte[] withComment(byte[] jpeg, String comment) {
        return withSegment(jpeg, 0xfe, bytes(comment));
    }

    public static byte[] withProfile(byte[] jpeg, byte[] profile) {
        return withSegment(jpeg, 0xe2, join(bytes("ICC_PROFILE\0\1\1"), profile));
    }

    public static byte[] pngWithOrientation(byte[] png, int orientation) {
        return withChunk(png, "eXIf", exif(orientation));
    }

    public static byte[] pngWithProfile(byte[] png, byte[] profile) {
        byte[] deflated = new byte[profile.length + 64];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(profile);
            deflater.finish();
            return withChunk(png, "iCCP", join(bytes("some\0\0"), Arrays.copyOf(deflated, deflater.deflate(deflated))));
        }
    }

    public static byte[] cut(byte[] file, double part) {
        return Arrays.copyOf(file, (int) (file.length * part));
    }

    public static BufferedImage read(byte[] file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            return seen(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage seen(BufferedImage picture) {
        boolean plain = picture.getColorModel().getColorSpace().isCS_sRGB();
        boolean gray = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return gray ? asItIs(picture) : plain ? picture : inSrgb(picture);
    }

    /** All at once, by the colour management of Java; pixel by pixel it takes a second a megapixel. */
    private static BufferedImage inSrgb(BufferedImage picture) {
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage converted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        return new ColorConvertOp(null).filter(picture, converted);
    }

    /** One pixel of sixteen, for tests that compare large pictures after reducing them. */
    public static BufferedImage readCoarsely(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(4, 4, 2, 2);
            BufferedImage picture = reader.read(0, how);
            reader.dispose();
            return seen(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java takes the numbers of a gray picture for linear light and would brighten them. */
    private static BufferedImage asItIs(BufferedImage gray) {
        boolean alpha = gray.getColorModel().hasAlpha();
        int shift = gray.getColorModel().getComponentSize(0) - 8;
        BufferedImage picture = new BufferedImage(
                gray.getWidth(), gray.getHeight(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < gray.getHeight(); y++) {
            for (int x = 0; x < gray.getWidth(); x++) {
                int opacity = alpha ? gray.getRaster().getSample(x, y, 1) >> shift : 255;
                int level = gray.getRaster().getSample(x, y, 0) >> shift;
                picture.setRGB(x, y, opacity << 24 | level * 0x010101);
            }
        }
        return picture;
    }

    /** Adds a segment behind the start of the image, before all others. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
        return join(head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** With a chunk behind the header, before any other. */
    public static byte[] withChunk(byte[] png, String name, byte[] content) {
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(png, afterHeader),
                PngChunks.chunk(name, content),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** One tag, 0x0112, of type SHORT, in big-endian TIFF, and a GPS directory that must not survive. */
    static byte[] exif(int orientation) {
        return bytes("MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0GPS");
    }

    private static byte[] write(String format, IIOImage picture, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(0.95f);
            }
            writer.setOutput(out);
            writer.write(null, picture, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] int32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
