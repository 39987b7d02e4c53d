package latent.render.header;

import java.util.List;
import java.util.stream.Stream;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * What a HEIC file makes a decoder do beyond what its sizes say: the sizes that are coded in the pictures, the canvas of a grid and its tiles. Where
 * they exceed the sizes that the gate has seen, the file is refused; libheif before 1.19 goes by them alone, leaves in a canvas that its tiles do
 * not cover what was in memory before, and dies of a canvas that it has no memory for.
 */
final class HeicDemands {
    static final String CODED = "hvc1";
    private static final String GRID = "grid";

    /** A picture is coded in blocks of at most so many pixels, and cut after that. */
    private static final int BLOCK = 64;

    /** Smaller tiles than blocks are more work than their pixels; a strip or an icon of a few is not. */
    private static final int FEW_TILES = 16;

    private final ItemProperties properties;
    private final FileItems items;

    /** Those of the items of a file, from its start. */
    static HeicDemands of(Cursor file) {
        IsoMedia.Items items = IsoMedia.items(file);
        return new HeicDemands(items.properties(), items.ofFile());
    }

    HeicDemands(ItemProperties properties, FileItems items) {
        this.properties = properties;
        this.items = items;
    }

    /**
     * Looks at all items of the file.
     *
     * @throws Refusal when it makes more of a decoder than it says, or is not made of HEVC
     */
    void check() {
        String type = items.type(properties.primary());
        if (!type.equals(CODED) && !type.equals(GRID)) {
            throw new Refusal(
                    Reason.UNSUPPORTED_FORMAT,
                    "The original is a HEIF picture of a kind that is not read, and neither HEIC nor AVIF.");
        }
        for (long item : items.all()) {
            if (items.type(item).equals(CODED)) {
                properties
                        .named("hvcC", item)
                        .forEach(configuration ->
                                HevcUnits.inConfiguration(configuration, unit -> checkUnit(item, unit)));
            } else if (items.type(item).equals(GRID)) {
                checkGrid(item);
            }
        }
    }

    /** One NAL unit of an item. A tile that is smaller than it says would leave a hole. */
    void checkUnit(long item, Cursor unit) {
        if (!HevcSequence.is(unit)) {
            return;
        }
        Sides size = size(item);
        HevcSequence sequence = HevcSequence.of(unit);
        Sides coded = sequence.coded();
        boolean larger = coded.width() > whole(size.width()) || coded.height() > whole(size.height());
        if (sequence.deep() && !properties.isDeep()) {
            throw Broken.header("it codes more bits than it says");
        }
        if (larger || (items.isTile(item) && !sequence.shown().equals(size))) {
            throw Broken.header("it codes " + coded.width() + "x" + coded.height() + " pixels and says " + size.width()
                    + "x" + size.height());
        }
    }

    private static long whole(long side) {
        return (side + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** ISO/IEC 23008-12, 6.6.2.3.2. */
    private void checkGrid(long item) {
        List<Cursor> bytes = items.bytes(item);
        if (bytes.isEmpty()) {
            throw Broken.header("a grid says nothing");
        }
        Cursor grid = bytes.getFirst();
        grid.skip(1);
        boolean wide = (grid.u8() & 1) != 0;
        int rows = grid.u8() + 1;
        int columns = grid.u8() + 1;
        Sides canvas = new Sides(ItemProperties.number(grid, wide), ItemProperties.number(grid, wide));
        List<Long> tiles = items.tiles(item);
        if (!canvas.equals(size(item)) || tiles.size() != rows * columns) {
            throw Broken.header("its grid is of another size than it says");
        }
        Sides tile = size(tiles.getFirst());
        boolean covered = covers(columns, tile.width(), canvas.width()) && covers(rows, tile.height(), canvas.height());
        boolean tiny = tiles.size() > FEW_TILES && Claim.pixels(tile.width(), tile.height()) < BLOCK * BLOCK;
        boolean alike = tiles.stream()
                .distinct()
                .allMatch(each -> items.type(each).equals(CODED) && size(each).equals(tile) && isAsCoded(each));
        if (!covered || tiny || !alike) {
            throw Broken.header("the tiles of its grid do not make up the picture");
        }
    }

    /** A decoder would turn or cut it before it lays it down. */
    private boolean isAsCoded(long item) {
        return Stream.of("clap", "irot", "imir")
                .noneMatch(name -> properties.named(name, item).findAny().isPresent());
    }

    /** Whether so many tiles in a row are as long as a side, and none of them is too many. */
    private static boolean covers(int count, long tile, long side) {
        return count * tile >= side && (count - 1) * tile < side;
    }

    private Sides size(long item) {
        return properties.size(item).orElseThrow(() -> Broken.header("a part of it has no size"));
    }
}
