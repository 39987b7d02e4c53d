import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latent.store.Uploads;
import software.amazon.awssdk.services.s3.S3Client;

/** The originals of AttackBench, pictures of noise: three that are attacked, and those of the page. */
final class AttackOriginals {
    private static final int FRAMES = 19;

    private AttackOriginals() {}

    static void upload(S3Client s3, int pictures) throws IOException {
        Uploads originals = new Uploads(s3, "originals");
        originals.put("attacked/photo.jpg", "image/jpeg", write("jpg", noise(1600, 1200)));
        originals.put("attacked/noise.png", "image/png", write("png", noise(1600, 1200)));
        BufferedImage[] frames =
                IntStream.range(0, FRAMES).mapToObj(i -> noise(320, 240)).toArray(BufferedImage[]::new);
        originals.put("attacked/moves.gif", "image/gif", write("gif", frames));
        for (int i = 0; i < pictures; i++) {
            originals.put("page/" + i + ".jpg", "image/jpeg", write("jpg", noise(600, 400)));
        }
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < width * height; pixel++) {
            picture.setRGB(pixel % width, pixel / width, random.nextInt(1 << 24));
        }
        return picture;
    }

    private static byte[] write(String format, BufferedImage... frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            if (frames.length == 1) {
                writer.write(frames[0]);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage frame : frames) {
                    writer.writeToSequence(new IIOImage(frame, null, null), null);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
