package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latent.render.JpegCoding;

/** JPEG and PNG files, with nothing in them but the picture. */
final class Encoders {
    private final ImageWriterSpi jpeg = jdk("jpeg");
    private final ImageWriterSpi png = jdk("png");

    private final JpegCoding coding;

    Encoders(JpegCoding coding) {
        this.coding = coding;
    }

    /** Quality 1 to 100. */
    byte[] jpeg(BufferedImage picture, int quality) {
        return write(jpeg, picture, how -> {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            switch (coding) {
                case PROGRESSIVE -> how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                case SEQUENTIAL -> ((JPEGImageWriteParam) how).setOptimizeHuffmanTables(true);
            }
        });
    }

    byte[] png(BufferedImage picture) {
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
        } catch (IOException e) {
            throw new UncheckedIOException("an encoder failed in memory", e);
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
