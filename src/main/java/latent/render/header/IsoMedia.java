package latent.render.header;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The boxes of an AVIF or HEIC file (ISO/IEC 14496-12, 4.2). */
final class IsoMedia {
    private static final List<String> AVIF = List.of("avif", "avis");
    private static final List<String> HEIC = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private IsoMedia() {}

    /** A box: four letters, and what is in it. */
    record Box(String name, Cursor content) {
        static Box next(Cursor parent) {
            long length = parent.u32();
            String name = parent.tag();
            long header = 8;
            if (length == 1) {
                length = parent.u32() << 32 | parent.u32();
                header = 16;
            }
            long content = length == 0 ? parent.remaining() : length - header;
            if (content < 0) {
                throw Broken.header("a box is shorter than its own name");
            }
            return new Box(name, parent.part(content));
        }
    }

    static boolean is(Cursor file) {
        return file.nextIs(4, "ftyp");
    }

    /** What stands in the box {@code meta} of a file. */
    record Items(ImageFormat format, ItemProperties properties, FileItems ofFile) {}

    static Claim read(Cursor file) {
        Items items = items(file);
        return items.properties.claim(items.format);
    }

    static Items items(Cursor file) {
        Cursor whole = file.head(file.remaining());
        ImageFormat format = format(Box.next(file).content());
        Box box = Box.next(file);
        while (!box.name().equals("meta")) {
            box = Box.next(file);
        }
        return new Items(format, ItemProperties.read(box.content()), FileItems.read(whole, box.content()));
    }

    private static ImageFormat format(Cursor type) {
        Set<String> brands = new HashSet<>();
        brands.add(type.tag());
        type.skip(4);
        while (type.remaining() >= 4) {
            brands.add(type.tag());
        }
        if (AVIF.stream().anyMatch(brands::contains)) {
            return ImageFormat.AVIF;
        }
        if (HEIC.stream().anyMatch(brands::contains)) {
            return ImageFormat.HEIC;
        }
        throw new Refusal(Reason.UNSUPPORTED_FORMAT, "The original is a film or another ISO media file.");
    }
}
