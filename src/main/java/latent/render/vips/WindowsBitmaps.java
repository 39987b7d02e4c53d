package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.render.bitmap.Bitmap;
import latent.render.bitmap.IconEntry;

/** BMP files and icons, for which libvips has no loader: decoded in Java, and handed to it as pixels. */
final class WindowsBitmaps {
    private WindowsBitmaps() {}

    /** The picture of a BMP file. */
    static Picture bmp(Session session, MemorySegment file) {
        try {
            return picture(session, Bitmap.of(file.asByteBuffer()));
        } catch (IOException | RuntimeException damaged) {
            throw new VipsException("bmp: " + damaged);
        }
    }

    /** The best picture of an icon, which may be a PNG file inside. */
    static Picture icon(Session session, MemorySegment file, ImageHeader header) {
        try {
            ByteBuffer icon = file.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            IconEntry entry = IconEntry.best(icon);
            return entry.isPng(icon)
                    ? new Loader(session, file.asSlice(entry.offset()), header.of(ImageFormat.PNG)).still(1, true)
                    : picture(session, Bitmap.ofIcon(icon));
        } catch (IOException | RuntimeException damaged) {
            throw new VipsException("icon: " + damaged);
        }
    }

    private static Picture picture(Session session, Bitmap bitmap) {
        int bands = bitmap.hasAlpha() ? 4 : 3;
        int width = bitmap.width();
        MemorySegment pixels = session.arena().allocate((long) width * bitmap.height() * bands);
        int[] line = new int[width];
        byte[] samples = new byte[width * bands];
        for (int y = 0; y < bitmap.height(); y++) {
            bitmap.line(y, line);
            for (int x = 0, at = 0; x < width; x++) {
                samples[at++] = (byte) (line[x] >> 16);
                samples[at++] = (byte) (line[x] >> 8);
                samples[at++] = (byte) line[x];
                if (bands == 4) {
                    samples[at++] = (byte) (line[x] >> 24);
                }
            }
            MemorySegment.copy(samples, 0, pixels, JAVA_BYTE, (long) y * samples.length, samples.length);
        }
        return session.pixels(pixels, width, bitmap.height(), bands).meaning(Interpretation.SRGB);
    }
}
