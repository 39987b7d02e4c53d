package latent.render.header;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Whole numbers in a directory of a TIFF file (TIFF 6.0, section 2). */
final class TiffTags {
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;

    /** More than any tag has that says what a pixel is; of longer ones only the first are read. */
    private static final int MOST_VALUES = 16;

    private final Map<Integer, List<Long>> values = new HashMap<>();

    private TiffTags() {}

    /**
     * Reads some tags.
     *
     * @param file      any cursor of the file, with its byte order; it is moved
     * @param directory where the directory begins
     */
    static TiffTags of(Cursor file, long directory, TiffWidths widths, List<Integer> wanted) {
        TiffTags tags = new TiffTags();
        int entries = widths.entries(file.seek(directory));
        for (int entry = 0; entry < entries; entry++) {
            file.seek(directory + widths.entryPlace(entry));
            int tag = file.u16();
            if (wanted.contains(tag)) {
                tags.values.put(tag, values(file, file.u16(), widths));
            }
        }
        return tags;
    }

    private static List<Long> values(Cursor file, int type, TiffWidths widths) {
        long count = widths.number(file);
        int size = switch (type) {
            case BYTE -> 1;
            case SHORT -> 2;
            case LONG -> 4;
            case LONG8 -> 8;
            default -> 0;
        };
        if (size == 0 || count <= 0) {
            return List.of();
        }
        if (count > widths.cellBytes() / size) {
            file.seek(widths.number(file));
        }
        return LongStream.range(0, Math.min(count, MOST_VALUES))
                .map(i -> size == 1 ? file.u8() : size == 2 ? file.u16() : size == 4 ? file.u32() : file.u64())
                .boxed()
                .toList();
    }

    /** All of a tag's values; those of its default where the file has none. */
    List<Long> all(int tag, long... usual) {
        List<Long> found = values.getOrDefault(tag, List.of());
        return found.isEmpty() ? LongStream.of(usual).boxed().toList() : found;
    }

    /** A tag's first value. */
    long one(int tag, long usual) {
        return all(tag, usual).getFirst();
    }
}
