package latent.render.header;

import java.util.List;
import java.util.Set;

/**
 * How many channels of a TIFF file are neither colour nor alpha, such as saved selections (TIFF 6.0, ExtraSamples). libvips takes the first that is
 * more than the colour for alpha, whatever the file says.
 */
public final class TiffExtras {
    static final int TAG = 338;

    /** Multiplied with the colour or not. */
    static final Set<Long> ALPHA = Set.of(1L, 2L);

    private TiffExtras() {}

    /**
     * Of the first page of a file that the header gate has let in; it sees to it that alpha is the first of them or none.
     *
     * @return 0 also where the file does not say
     */
    public static int withoutMeaning(ByteSource file) {
        return FileParts.read(file, TiffExtras::withoutMeaning);
    }

    private static int withoutMeaning(Cursor file) {
        TiffWidths widths = TiffWidths.ofFile(file);
        List<Long> extras =
                TiffTags.of(file, widths.number(file), widths, List.of(TAG)).all(TAG);
        return extras.isEmpty() || !ALPHA.contains(extras.getFirst()) ? extras.size() : extras.size() - 1;
    }
}
