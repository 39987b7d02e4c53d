package latent.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latent.image.ImageFormat;
import latent.key.Quality;
import latent.pictures.Encoded;
import latent.pictures.HeicFiles;
import latent.pictures.HeicGrid;
import latent.pictures.Pictures;
import latent.pictures.WebPFile;

/** One picture in files of every kind that is read, to be damaged. */
final class DamageSamples {
    static final int WIDTH = 200;
    static final int HEIGHT = 152;

    private DamageSamples() {}

    /**
     * The files by the names of their kinds.
     *
     * @param vips makes those that Java cannot write
     */
    static Map<String, byte[]> all(Engine vips) {
        BufferedImage clouds = Pictures.clouds(WIDTH, HEIGHT);
        BufferedImage quarters = Pictures.quarters(WIDTH, HEIGHT);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG, sequential", Encoded.jpeg(clouds));
        files.put("JPEG, progressive", Encoded.progressiveJpeg(clouds));
        files.put("PNG", Encoded.png(clouds));
        files.put("PNG, interlaced", Encoded.interlacedPng(clouds));
        files.put("GIF", Encoded.gif(clouds));
        files.put("GIF, 3 frames", Encoded.gif(clouds, quarters, clouds));
        files.put("WebP, lossless", WebPFile.of(quarters));
        files.put("WebP, lossy", written(vips, files.get("PNG"), ImageFormat.WEBP));
        files.put("WebP, 3 frames", written(vips, files.get("GIF, 3 frames"), ImageFormat.WEBP));
        files.put("AVIF", written(vips, files.get("PNG"), ImageFormat.AVIF));
        if (vips.capabilities().reads().contains(ImageFormat.HEIC)) {
            files.put("HEIC", HeicFiles.clouds());
            files.put("HEIC, tiles", new HeicGrid().bytes());
        }
        for (String compression : List.of("PackBits", "LZW", "Deflate", "JPEG")) {
            files.put("TIFF, " + compression, tiff(clouds, Optional.of(compression)));
        }
        files.put("TIFF, not compressed", tiff(clouds, Optional.empty()));
        return files;
    }

    private static byte[] written(Engine engine, byte[] file, ImageFormat format) {
        WantedRendition same = WantedRendition.box(WIDTH, HEIGHT).as(format).quality(new Quality.Fixed(90));
        return engine.render(Row.job(file, same.transformation(), Optional.empty()));
    }

    private static byte[] tiff(BufferedImage picture, Optional<String> compression) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(
                    compression.isPresent() ? ImageWriteParam.MODE_EXPLICIT : ImageWriteParam.MODE_DISABLED);
            compression.ifPresent(how::setCompressionType);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
