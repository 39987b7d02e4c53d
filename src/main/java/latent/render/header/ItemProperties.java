package latent.render.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.render.header.IsoMedia.Box;

/**
 * Size of the primary item as decoders hand it out: libheif has turned, mirrored and cut it, in the order in which the file names these properties
 * (ISO/IEC 23008-12, 6.5 and 9.3). As the standard wants, and as browsers do, the orientation in Exif counts for nothing.
 */
final class ItemProperties {
    /** As many as libheif takes. */
    static final int MOST = 20_000;

    /** Those that change how a picture lies (ISO/IEC 23008-12, 6.5). */
    private static final Set<String> TRANSFORMATIVE = Set.of("irot", "imir", "clap");

    private static final int LUMA_DEPTH = 17;

    private long primary;
    private final List<Box> properties = new ArrayList<>();
    private final Map<Long, List<Integer>> ofItems = new HashMap<>();

    private ItemProperties() {}

    /** Those in the box {@code meta}, which does not move. */
    static ItemProperties read(Cursor meta) {
        ItemProperties found = new ItemProperties();
        Cursor content = meta.head(meta.remaining());
        content.skip(4);
        found.visit(content, true);
        return found;
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
                        properties.add(Box.next(box.content()));
                        mustNotBeTooMany(properties.size());
                    }
                }
                case "ipma" -> associations(box.content());
                default -> {}
            }
        }
    }

    static void mustNotBeTooMany(int count) {
        if (count > MOST) {
            throw Broken.header("it has too many items or properties");
        }
    }

    private void associations(Cursor content) {
        boolean wideItem = content.u8() > 0;
        boolean wideIndex = (content.u24() & 1) != 0;
        for (long entries = content.u32(); entries > 0; entries--) {
            List<Integer> indices = ofItems.computeIfAbsent(number(content, wideItem), item -> new ArrayList<>());
            mustNotBeTooMany(ofItems.size());
            for (int count = content.u8(); count > 0; count--) {
                indices.add(wideIndex ? content.u16() & 0x7fff : content.u8() & 0x7f);
                mustNotBeTooMany(indices.size());
            }
        }
    }

    long primary() {
        return primary;
    }

    /** The properties of an item that have this name, each to be read from its start. */
    Stream<Cursor> named(String name, long item) {
        return of(item).filter(box -> box.name().equals(name)).map(ItemProperties::whole);
    }

    /** The size of an item as it is coded; of several, the larger sides. */
    Optional<Sides> size(long item) {
        return named("ispe", item).map(Sides::spatialExtents).reduce(Sides::atLeast);
    }

    private Stream<Box> of(long item) {
        return ofItems.getOrDefault(item, List.of()).stream()
                .filter(this::isThere)
                .map(index -> properties.get(index - 1));
    }

    private boolean isThere(int index) {
        return index >= 1 && index <= properties.size();
    }

    /** Whether a property, counted from 1, turns, mirrors or cuts. */
    boolean isTransformation(int index) {
        return isThere(index)
                && TRANSFORMATIVE.contains(properties.get(index - 1).name());
    }

    /** The properties of an item that turn, mirror or cut it, in their order, counted from 1. */
    List<Integer> transformations(long item) {
        return ofItems.getOrDefault(item, List.of()).stream()
                .filter(this::isTransformation)
                .toList();
    }

    private static Cursor whole(Box box) {
        return box.content().head(box.content().remaining());
    }

    Claim claim(ImageFormat format) {
        Sides sides = size(primary).orElse(new Sides(0, 0));
        for (Box property : of(primary).toList()) {
            if (property.name().equals("irot") && whole(property).u8() % 2 != 0) {
                sides = sides.transposed();
            } else if (property.name().equals("clap")) {
                sides = sides.atMost(Sides.cleanAperture(whole(property)));
            }
        }
        return Claim.still(format, sides.width(), sides.height())
                .codedAs(largest())
                .deepIf(isDeep());
    }

    /** A configuration of a decoder of HEVC for more than eight bits (ISO/IEC 14496-15, 8.3.3.1). */
    private static boolean isDeep(Box property) {
        if (!property.name().equals("hvcC")) {
            return false;
        }
        Cursor content = whole(property);
        content.skip(LUMA_DEPTH);
        int luma = content.u8() & 7;
        int chroma = content.u8() & 7;
        return Math.max(luma, chroma) > 0;
    }

    boolean isDeep() {
        return properties.stream().anyMatch(ItemProperties::isDeep);
    }

    /** Pixels of the largest picture in the file: its transparency is decoded too, and may be as large as it likes. */
    private long largest() {
        return properties.stream()
                .filter(property -> property.name().equals("ispe"))
                .map(property -> Sides.spatialExtents(whole(property)))
                .mapToLong(sides -> Claim.pixels(sides.width(), sides.height()))
                .max()
                .orElse(0);
    }

    /** Of a full box; it moves behind the flags. */
    static int version(Cursor content) {
        int version = content.u8();
        content.skip(3);
        return version;
    }

    static long number(Cursor content, boolean wide) {
        return wide ? content.u32() : content.u16();
    }
}
