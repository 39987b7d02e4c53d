package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latent.image.ImageFormat;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.render.JpegCoding;

/** Writes files with nothing in them but the picture, in the formats of a table. */
final class Encoders {
    private static final Map<ImageFormat, Saver> SAVERS = Map.of(
            ImageFormat.JPEG, Encoders::jpeg, ImageFormat.PNG, (encoders, picture, quality) -> encoders.png(picture));

    private final ImageWriterSpi jpeg = jdk("jpeg");
    private final ImageWriterSpi png = jdk("png");

    private final JpegCoding coding;

    Encoders(JpegCoding coding) {
        this.coding = coding;
    }

    private interface Saver {
        byte[] save(Encoders encoders, BufferedImage picture, int quality);
    }

    /** The formats that this engine writes. */
    static Set<ImageFormat> formats() {
        return SAVERS.keySet();
    }

    /**
     * Writes a file.
     *
     * @param quality 1 to 100, where the format has one
     * @throws FaultException RENDER_FAILED when the writer fails
     */
    byte[] encode(BufferedImage picture, ImageFormat format, int quality) {
        return Optional.ofNullable(SAVERS.get(format))
                .orElseThrow(() -> new IllegalStateException("no saver of " + format))
                .save(this, picture, quality);
    }

    private byte[] jpeg(BufferedImage picture, int quality) {
        return write(jpeg, picture, how -> {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            switch (coding) {
                case PROGRESSIVE -> how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                case SEQUENTIAL -> ((JPEGImageWriteParam) how).setOptimizeHuffmanTables(true);
            }
        });
    }

    private byte[] png(BufferedImage picture) {
        return write(png, picture, how -> {});
    }

    private static byte[] write(ImageWriterSpi format, BufferedImage picture, Consumer<ImageWriteParam> settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageWriter writer = format.createWriterInstance();
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                ImageWriteParam how = writer.getDefaultWriteParam();
                settings.accept(how);
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), how);
            } finally {
                writer.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new FaultException(Fault.RENDER_FAILED, "ImageIO cannot write the rendition: " + e);
        }
        return bytes.toByteArray();
    }

    private static ImageWriterSpi jdk(String format) {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format); writers.hasNext(); ) {
            ImageWriterSpi writer = writers.next().getOriginatingProvider();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no writer for " + format);
    }
}
