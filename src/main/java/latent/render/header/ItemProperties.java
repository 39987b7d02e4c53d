package latent.render.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latent.image.ImageFormat;
import latent.render.header.IsoMedia.Box;

/**
 * Size of the primary item as decoders hand it out: libheif has turned, mirrored and cut it, in the order in which the file names these properties
 * (ISO/IEC 23008-12, 6.5 and 9.3). As the standard wants, and as browsers do, the orientation in Exif counts for nothing.
 */
final class ItemProperties {
    private static final int PROPERTY_HEADER_BYTES = 4;

    private long primary;
    private final List<Property> properties = new ArrayList<>();
    private final Map<Long, List<Integer>> ofItems = new HashMap<>();

    private ItemProperties() {}

    /** A size, a turn or a cut, by the name of its box, with one or two numbers; those of others are 0. */
    private record Property(String name, long first, long second) {
        static Property of(Box box) {
            Cursor content = box.content();
            return switch (box.name()) {
                case "ispe" -> {
                    content.skip(PROPERTY_HEADER_BYTES);
                    yield new Property(box.name(), content.u32(), content.u32());
                }
                case "irot" -> new Property(box.name(), content.u8() & 3, 0);
                case "clap" -> new Property(box.name(), rounded(content), rounded(content));
                default -> new Property(box.name(), 0, 0);
            };
        }

        /** A fraction of two numbers, as libheif rounds it. */
        private static long rounded(Cursor content) {
            long numerator = content.u32();
            long denominator = content.u32();
            if (denominator == 0) {
                throw Broken.header("its clean aperture has no size");
            }
            return (numerator + denominator / 2) / denominator;
        }
    }

    static Claim read(ImageFormat format, Cursor meta) {
        ItemProperties found = new ItemProperties();
        meta.skip(4);
        found.visit(meta, true);
        return found.claim(format);
    }

    private void visit(Cursor parent, boolean atTop) {
        while (parent.remaining() > 0) {
            Box box = Box.next(parent);
            switch (box.name()) {
                case "pitm" -> primary = number(box.content(), version(box.content()) > 0);
                case "iprp" -> {
                    if (atTop) {
                        visit(box.content(), false);
                    }
                }
                case "ipco" -> {
                    while (box.content().remaining() > 0) {
                        properties.add(Property.of(Box.next(box.content())));
                    }
                }
                case "ipma" -> associations(box.content());
                default -> {}
            }
        }
    }

    private void associations(Cursor content) {
        boolean wideItem = content.u8() > 0;
        boolean wideIndex = (content.u24() & 1) != 0;
        for (long entries = content.u32(); entries > 0; entries--) {
            List<Integer> indices = ofItems.computeIfAbsent(number(content, wideItem), item -> new ArrayList<>());
            for (int count = content.u8(); count > 0; count--) {
                indices.add(wideIndex ? content.u16() & 0x7fff : content.u8() & 0x7f);
            }
        }
    }

    private Claim claim(ImageFormat format) {
        List<Property> ofPrimary = ofItems.getOrDefault(primary, List.of()).stream()
                .filter(index -> index >= 1 && index <= properties.size())
                .map(index -> properties.get(index - 1))
                .toList();
        long width = 0;
        long height = 0;
        for (Property property : ofPrimary) {
            if (property.name.equals("ispe")) {
                width = Math.max(width, property.first);
                height = Math.max(height, property.second);
            }
        }
        for (Property property : ofPrimary) {
            if (property.name.equals("irot") && property.first % 2 != 0) {
                long turned = width;
                width = height;
                height = turned;
            } else if (property.name.equals("clap")) {
                width = Math.min(width, property.first);
                height = Math.min(height, property.second);
            }
        }
        return Claim.still(format, width, height).codedAs(largest());
    }

    /** Pixels of the largest picture in the file: its transparency is decoded too, and may be as large as it likes. */
    private long largest() {
        return properties.stream()
                .filter(property -> property.name.equals("ispe"))
                .mapToLong(property -> Claim.pixels(property.first, property.second))
                .max()
                .orElse(0);
    }

    private static int version(Cursor content) {
        int version = content.u8();
        content.skip(3);
        return version;
    }

    private static long number(Cursor content, boolean wide) {
        return wide ? content.u32() : content.u16();
    }
}
