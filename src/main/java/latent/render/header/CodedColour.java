package latent.render.header;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import latent.refusal.Refusal;

/**
 * What the numbers in an AVIF or HEIC file mean, where no profile says it. The property of the primary picture counts (ISO/IEC 23008-12, 6.5.5). Where it
 * has none, the bitstream of its pixels does, of the first tile for a picture of tiles, as in libavif and libheif.
 */
public final class CodedColour {
    private static final String AV1 = "av01";
    private static final int MOST_LEVELS = 4;

    /** The header of a sequence stands within as many bytes; libavif looks no further. */
    private static final int SEARCHED_BYTES = 4_096;

    private final IsoMedia.Items items;

    private CodedColour(IsoMedia.Items items) {
        this.items = items;
    }

    /**
     * The code points of the primary picture.
     *
     * @param file that has passed the header gate
     * @return empty where the file says nothing, or cannot be read
     */
    public static Optional<CodePoints> of(ByteSource file) {
        try {
            return FileParts.read(file, start -> new CodedColour(IsoMedia.items(start)).codePoints());
        } catch (Cursor.TooShort | Refusal broken) {
            return Optional.empty();
        }
    }

    private Optional<CodePoints> codePoints() {
        long item = items.properties().primary();
        Optional<CodePoints> found = said(item);
        for (int level = 0; level < MOST_LEVELS && found.isEmpty() && hasTiles(item); level++) {
            item = items.ofFile().tiles(item).getFirst();
            found = said(item);
        }
        return found.isPresent() ? found : coded(item);
    }

    private boolean hasTiles(long item) {
        return !items.ofFile().tiles(item).isEmpty();
    }

    private Optional<CodePoints> said(long item) {
        return items.properties()
                .named("colr", item)
                .flatMap(property -> CodePoints.ofProperty(property).stream())
                .findFirst();
    }

    private Optional<CodePoints> coded(long item) {
        return switch (items.ofFile().type(item)) {
            case AV1 -> Av1Sequence.codePoints(beginning(items.ofFile().bytes(item)));
            case HeicDemands.CODED -> lastSequence(item).flatMap(HevcColours::of);
            default -> Optional.empty();
        };
    }

    private static Cursor beginning(List<Cursor> pieces) {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        for (Cursor piece : pieces) {
            while (piece.remaining() > 0 && beginning.size() < SEARCHED_BYTES) {
                beginning.write(piece.u8());
            }
        }
        return new Cursor(new FileParts(beginning.toByteArray(), beginning.size()));
    }

    /** A decoder goes by the last, be it among the pixels. */
    private Optional<Cursor> lastSequence(long item) {
        List<Cursor> sequences = new ArrayList<>();
        Consumer<Cursor> keep = unit -> {
            if (HevcSequence.is(unit)) {
                sequences.clear();
                sequences.add(unit);
            }
        };
        items.properties().named("hvcC", item).forEach(configuration -> HevcUnits.inConfiguration(configuration, keep));
        HevcUnits.inPicture(items.ofFile().bytes(item), keep);
        return sequences.stream().findFirst();
    }
}
