package latent.render.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the bytes of an item lie (ISO/IEC 14496-12, 8.11.3).
 *
 * @param isInBoxes in the box {@code idat} and not in the file as a whole
 * @param extents   each a place from the start of what they lie in, and a number of bytes
 */
record ItemLocation(boolean isInBoxes, List<Extent> extents) {
    /** As many as libheif takes. */
    private static final int MOST_EXTENTS = 32;

    record Extent(long place, long bytes) {}

    /** The locations of all items, from the content of {@code iloc}. */
    static Map<Long, ItemLocation> all(Cursor content) {
        int version = ItemProperties.version(content);
        int sizes = content.u16();
        Map<Long, ItemLocation> all = new HashMap<>();
        for (long items = ItemProperties.number(content, version > 1); items > 0; items--) {
            long item = ItemProperties.number(content, version > 1);
            boolean inBoxes = version > 0 && (content.u16() & 0xf) == 1;
            content.skip(2);
            long base = field(content, sizes >> 4 & 0xf);
            List<Extent> extents = new ArrayList<>();
            for (int count = content.u16(); count > 0; count--) {
                content.skip(version > 0 ? sizes & 0xf : 0);
                extents.add(new Extent(base + field(content, sizes >> 12 & 0xf), field(content, sizes >> 8 & 0xf)));
                if (extents.size() > MOST_EXTENTS) {
                    throw Broken.header("an item lies in too many pieces");
                }
            }
            all.put(item, new ItemLocation(inBoxes, extents));
            ItemProperties.mustNotBeTooMany(all.size());
        }
        return all;
    }

    private static long field(Cursor content, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> content.u32();
            case 8 -> content.u32() << 32 | content.u32();
            default -> throw Broken.header("its places are numbers of " + bytes + " bytes");
        };
    }

    /**
     * The bytes of an item, which a decoder copies.
     *
     * @param whole what they lie in, from its start; it does not move
     * @throws Cursor.TooShort where a piece lies outside it
     */
    List<Cursor> pieces(Cursor whole) {
        return extents.stream()
                .map(extent -> whole.head(whole.remaining()).seek(extent.place).part(extent.bytes))
                .toList();
    }
}
