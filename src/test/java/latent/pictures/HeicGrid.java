package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/**
 * A HEIC file as iPhones write it: tiles coded one by one, and an item that says where each is (ISO/IEC 23008-12, 6.6.2.3). Everything in it can be
 * made to say something else. Unless told otherwise it is of two rows of two tiles of 64x64, red and green above blue and white, of which 120x100 are
 * shown.
 */
public final class HeicGrid {
    /** Of a tile of 64x64 by heif-enc 1.15.1 and x265, {@code -q 80 -p chroma=444}. */
    private static final byte[] CONFIGURATION =
            decoded("AQQIAAAAAAAAAAAAHvAA/P/4+AAADwMgAAEAF0ABDAH//wQIAAADAJ44AAADAAAeugJAI"
                    + "QABACpCAQEECAAAAwCeOAAAAwAAHpAEECCy3UklNc3AgIGBAAADAAEAAAMAAQgiAAEACEQBwXKGDAIk");

    private static final List<byte[]> COLOURS = List.of(
            decoded("AAAAGygBrwT4QTJp2//Jh////K9d2X+TE0k9HGDb8A=="),
            decoded("AAAAGygBrwT4QTJpy/+GH///+Uob//9/00k9HGDb8A=="),
            decoded("AAAAGygBrwT4QTJp2//jyP/kf7IzH//aUqk9HGDb8A=="),
            decoded("AAAAEygBrwT4Qa7MlbT+96gTt7NVL4A="));

    private byte[] configuration = CONFIGURATION;
    private List<byte[]> tiles = COLOURS;
    private int columns = 2;
    private int rows = 2;
    private int tileWidth = 64;
    private int tileHeight = 64;
    private int width = 120;
    private int height = 100;
    private int saidWidth = 120;
    private int saidHeight = 100;
    private String kind = "grid";
    private byte[][] properties = {};
    private byte[] exif = {};
    private int extents = 1;
    private boolean told = true;
    private OptionalInt referred = OptionalInt.empty();
    private byte[] oddSecond = {};

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** Tiles of another coding, each with its lengths. */
    public HeicGrid of(byte[] anotherConfiguration, List<byte[]> coded) {
        configuration = anotherConfiguration;
        tiles = coded;
        return this;
    }

    public HeicGrid layout(int wantedColumns, int wantedRows) {
        columns = wantedColumns;
        rows = wantedRows;
        return this;
    }

    /** The size that the tiles claim. */
    public HeicGrid tiles(int claimedWidth, int claimedHeight) {
        tileWidth = claimedWidth;
        tileHeight = claimedHeight;
        return this;
    }

    /** The size of the whole, as all parts of the file say it. */
    public HeicGrid canvas(int wantedWidth, int wantedHeight) {
        saidWidth = wantedWidth;
        saidHeight = wantedHeight;
        return drawnOn(wantedWidth, wantedHeight);
    }

    /** The size that the grid alone says. */
    public HeicGrid drawnOn(int wantedWidth, int wantedHeight) {
        width = wantedWidth;
        height = wantedHeight;
        return this;
    }

    /** The first so many tiles alone belong to the whole. */
    public HeicGrid referringTo(int count) {
        referred = OptionalInt.of(count);
        return this;
    }

    /** How the tiles lie is not told. */
    public HeicGrid untold() {
        told = false;
        return this;
    }

    /** A second tile of another coding and size than the others. */
    public HeicGrid second(byte[] anotherConfiguration, int itsWidth, int itsHeight) {
        oddSecond = Encoded.join(
                BoxFile.box("hvcC", anotherConfiguration), BoxFile.full("ispe", 0, BoxFile.ints(itsWidth, itsHeight)));
        return this;
    }

    /** What the primary item claims to be. */
    public HeicGrid kind(String fourLetters) {
        kind = fourLetters;
        return this;
    }

    /** Further properties of the whole. */
    public HeicGrid with(byte[]... boxes) {
        properties = boxes;
        return this;
    }

    /** Metadata of the whole, from the header of TIFF on. */
    public HeicGrid withExif(byte[] tiff) {
        exif = tiff;
        return this;
    }

    /** A NAL unit before each tile's own. */
    public HeicGrid withUnit(byte[] unit) {
        byte[] before = ByteBuffer.allocate(4 + unit.length)
                .putInt(unit.length)
                .put(unit)
                .array();
        tiles = tiles.stream().map(tile -> Encoded.join(before, tile)).toList();
        return this;
    }

    /** The bytes of each tile so many times. */
    public HeicGrid repeated(int times) {
        extents = times;
        return this;
    }

    public byte[] bytes() {
        byte[] type = BoxFile.box("ftyp", Encoded.bytes("heic\0\0\0\0mif1heic"));
        byte[] first = meta(0);
        byte[] meta = meta(type.length + first.length + 8);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        tiles.forEach(data::writeBytes);
        if (exif.length > 0) {
            data.writeBytes(Encoded.join(new byte[4], exif));
        }
        return Encoded.join(type, meta, BoxFile.box("mdat", data.toByteArray()));
    }

    private int grid() {
        return columns * rows + 1;
    }

    private byte[] meta(int data) {
        byte[] grid = ByteBuffer.allocate(12)
                .put(new byte[] {0, 1, (byte) (rows - 1), (byte) (columns - 1)})
                .putInt(width)
                .putInt(height)
                .array();
        return BoxFile.full(
                "meta",
                0,
                BoxFile.full("hdlr", 0, Encoded.bytes("\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0")),
                BoxFile.full("pitm", 0, BoxFile.shorts(grid())),
                BoxFile.full("iloc", 1 << 24, places(data)),
                BoxFile.full("iinf", 0, items()),
                BoxFile.full("iref", 0, references()),
                BoxFile.box("iprp", shared(), BoxFile.full("ipma", 0, associations())),
                BoxFile.box("idat", grid));
    }

    private byte[] places(int data) {
        int items = grid() + (exif.length > 0 ? 1 : 0);
        ByteArrayOutputStream places = new ByteArrayOutputStream();
        places.writeBytes(BoxFile.shorts(0x4440, items));
        List<Integer> starts = new ArrayList<>(List.of(data));
        tiles.forEach(tile -> starts.add(starts.getLast() + tile.length));
        for (int tile = 1; tile < grid(); tile++) {
            places.writeBytes(BoxFile.shorts(tile, 0, 0, 0, 0, extents));
            int which = (tile - 1) % tiles.size();
            for (int i = 0; i < extents; i++) {
                places.writeBytes(BoxFile.ints(starts.get(which), tiles.get(which).length));
            }
        }
        places.writeBytes(BoxFile.shorts(grid(), 1, 0, 0, 0, told ? 1 : 0));
        places.writeBytes(told ? BoxFile.ints(0, 12) : new byte[0]);
        if (exif.length > 0) {
            places.writeBytes(Encoded.join(
                    BoxFile.shorts(grid() + 1, 0, 0, 0, 0, 1), BoxFile.ints(starts.getLast(), exif.length + 4)));
        }
        return places.toByteArray();
    }

    private byte[] items() {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        items.writeBytes(BoxFile.shorts(grid() + (exif.length > 0 ? 1 : 0)));
        for (int tile = 1; tile < grid(); tile++) {
            items.writeBytes(item(tile, "hvc1", true));
        }
        items.writeBytes(item(grid(), kind, false));
        if (exif.length > 0) {
            items.writeBytes(item(grid() + 1, "Exif", true));
        }
        return items.toByteArray();
    }

    private static byte[] item(int item, String kind, boolean hidden) {
        return BoxFile.full(
                "infe",
                2 << 24 | (hidden ? 1 : 0),
                Encoded.join(BoxFile.shorts(item, 0), Encoded.bytes(kind), new byte[1]));
    }

    private byte[] references() {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        int count = referred.orElse(grid() - 1);
        parts.writeBytes(BoxFile.shorts(grid(), count));
        for (int tile = 1; tile <= count; tile++) {
            parts.writeBytes(BoxFile.shorts(tile));
        }
        byte[] made = BoxFile.box("dimg", parts.toByteArray());
        return exif.length == 0 ? made : Encoded.join(made, BoxFile.box("cdsc", BoxFile.shorts(grid() + 1, 1, grid())));
    }

    private byte[] shared() {
        return BoxFile.box(
                "ipco",
                BoxFile.box("hvcC", configuration),
                BoxFile.full("ispe", 0, BoxFile.ints(tileWidth, tileHeight)),
                BoxFile.full("ispe", 0, BoxFile.ints(saidWidth, saidHeight)),
                Encoded.join(properties),
                oddSecond);
    }

    private byte[] associations() {
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        lists.writeBytes(BoxFile.ints(grid()));
        for (int tile = 1; tile < grid(); tile++) {
            int first = tile == 2 && oddSecond.length > 0 ? 4 + properties.length : 1;
            lists.writeBytes(
                    Encoded.join(BoxFile.shorts(tile), new byte[] {2, (byte) (0x80 | first), (byte) (first + 1)}));
        }
        lists.writeBytes(Encoded.join(BoxFile.shorts(grid()), new byte[] {(byte) (1 + properties.length), 3}));
        for (int property = 0; property < properties.length; property++) {
            lists.write(0x80 | (4 + property));
        }
        return lists.toByteArray();
    }
}
