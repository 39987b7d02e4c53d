package latent.render.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latent.render.header.IsoMedia.Box;

/** What the items of a HEIC file are, what they are made of, and where their bytes lie (ISO/IEC 14496-12, 8.11.3, 8.11.6 and 8.11.12). */
final class FileItems {
    /** A grid has at most 256 rows of 256. */
    private static final int MOST_REFERENCES = 100_000;

    private final Cursor file;
    private final Map<Long, String> types = new HashMap<>();
    private final Map<Long, List<Long>> tiles = new HashMap<>();
    private final Map<Long, Set<Long>> auxiliaries = new HashMap<>();
    private final Map<Long, ItemLocation> locations = new HashMap<>();
    private Optional<Cursor> inBoxes = Optional.empty();
    private final Set<Long> allTiles = new HashSet<>();
    private int references;

    private FileItems(Cursor file) {
        this.file = file;
    }

    /** Those in the box {@code meta} of a file; neither cursor moves. */
    static FileItems read(Cursor file, Cursor meta) {
        FileItems found = new FileItems(file);
        Cursor content = meta.head(meta.remaining());
        content.skip(4);
        while (content.remaining() > 0) {
            found.visit(Box.next(content));
        }
        return found;
    }

    private void visit(Box box) {
        Cursor content = box.content();
        switch (box.name()) {
            case "iinf" -> kinds(content);
            case "iref" -> madeOf(content);
            case "iloc" -> locations.putAll(ItemLocation.all(content));
            case "idat" -> inBoxes = Optional.of(content);
            default -> {}
        }
    }

    private void kinds(Cursor content) {
        boolean wide = ItemProperties.version(content) > 0;
        ItemProperties.number(content, wide);
        while (content.remaining() > 0) {
            Cursor entry = Box.next(content).content();
            int version = ItemProperties.version(entry);
            if (version >= 2) {
                long item = ItemProperties.number(entry, version > 2);
                entry.skip(2);
                types.put(item, entry.tag());
                ItemProperties.mustNotBeTooMany(types.size());
            }
        }
    }

    private void madeOf(Cursor content) {
        boolean wide = ItemProperties.version(content) > 0;
        while (content.remaining() > 0) {
            Box box = Box.next(content);
            if (box.name().equals("dimg") || box.name().equals("auxl")) {
                long item = ItemProperties.number(box.content(), wide);
                for (int count = box.content().u16(); count > 0; count--) {
                    refer(box.name(), item, ItemProperties.number(box.content(), wide));
                }
            }
        }
    }

    private void refer(String kind, long from, long to) {
        if (kind.equals("dimg")) {
            tiles.computeIfAbsent(from, missing -> new ArrayList<>()).add(to);
            allTiles.add(to);
        } else {
            auxiliaries.computeIfAbsent(to, missing -> new HashSet<>()).add(from);
        }
        references++;
        if (references > MOST_REFERENCES) {
            throw Broken.header("its pictures have too many parts");
        }
    }

    Set<Long> all() {
        return types.keySet();
    }

    /** Four letters; empty ones where the file does not say. */
    String type(long item) {
        return types.getOrDefault(item, "");
    }

    /** The items that one is put together of, in their order. */
    List<Long> tiles(long item) {
        return tiles.getOrDefault(item, List.of());
    }

    /** What belongs to an item without being seen by itself, such as its transparency. */
    Set<Long> auxiliaries(long item) {
        return auxiliaries.getOrDefault(item, Set.of());
    }

    boolean isTile(long item) {
        return allTiles.contains(item);
    }

    /**
     * The pieces of an item's bytes, in their order.
     *
     * @throws Cursor.TooShort where one lies outside the file
     */
    List<Cursor> bytes(long item) {
        ItemLocation location = locations.get(item);
        return location == null ? List.of() : location.pieces(location.isInBoxes() ? inBoxes.orElse(file) : file);
    }
}
