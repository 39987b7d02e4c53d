package latent.render.header;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** Tells the format of a file by its first bytes; its name and its declared type do not count. */
final class Containers {
    private static final int LONGEST_MAGIC_BYTES = 12;

    /** The formats that have fixed first bytes. */
    private static final Map<ImageFormat, Function<Cursor, Claim>> READERS = Map.of(
            ImageFormat.JPEG, Jpeg::read,
            ImageFormat.PNG, Png::read,
            ImageFormat.GIF, Gif::read,
            ImageFormat.WEBP, WebP::read,
            ImageFormat.TIFF, Tiff::read,
            ImageFormat.BMP, Bmp::read,
            ImageFormat.ICO, Bmp::readIcon);

    /** Formats that many have and we do not read, so that the refusal can say so. */
    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("8BPS", "Photoshop"),
            new Foreign("%PDF", "PDF"),
            new Foreign("%!PS", "PostScript"),
            new Foreign("\u00ff\n", "JPEG XL"),
            new Foreign("\0\0\0\fJXL ", "JPEG XL"),
            new Foreign("\0\0\0\fjP  ", "JPEG 2000"),
            new Foreign("\u00ffO\u00ffQ", "JPEG 2000"),
            new Foreign("\0\0\2\0", "cursor"),
            new Foreign("qoif", "QOI"),
            new Foreign("\u001f\u008b", "compressed"));

    private Containers() {}

    private record Foreign(String magic, String name) {}

    static Claim read(Cursor file) {
        for (Map.Entry<ImageFormat, Function<Cursor, Claim>> reader : READERS.entrySet()) {
            if (reader.getKey().magic().stream().anyMatch(file::nextIs)) {
                return reader.getValue().apply(file);
            }
        }
        for (Foreign foreign : FOREIGN) {
            if (file.nextIs(foreign.magic)) {
                throw new Refusal(Reason.UNSUPPORTED_FORMAT, "The original is a " + foreign.name + " file.");
            }
        }
        if (IsoMedia.is(file)) {
            return IsoMedia.read(file);
        }
        if (Svg.is(file)) {
            return Svg.read(file);
        }
        if (file.remaining() < LONGEST_MAGIC_BYTES) {
            throw new Cursor.TooShort();
        }
        throw new Refusal(Reason.NOT_A_PICTURE, "The original is no picture.");
    }
}
