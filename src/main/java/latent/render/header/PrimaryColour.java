package latent.render.header;

import java.nio.ByteBuffer;
import java.util.Optional;
import latent.refusal.Refusal;

/**
 * The code points of the primary picture in an AVIF or HEIC file, which say what its numbers mean (ISO/IEC 14496-12, 12.1.5; ITU-T H.273).
 *
 * @param primaries of its channels
 * @param transfer  their curve
 */
public record PrimaryColour(int primaries, int transfer) {
    private static final int PART_BYTES = 64 << 10;
    private static final String CODE_POINTS = "nclx";

    /**
     * Of a file that the header gate has let in.
     *
     * @return empty where the file says nothing, or cannot be read
     */
    public static Optional<PrimaryColour> of(ByteBuffer file) {
        FileParts parts = new FileParts(part(file, 0), file.limit());
        while (true) {
            try {
                return in(IsoMedia.items(new Cursor(parts)).properties());
            } catch (Cursor.NotRead missing) {
                parts.add(missing.place(), part(file, missing.place()));
            } catch (Cursor.TooShort | Refusal broken) {
                return Optional.empty();
            }
        }
    }

    private static Optional<PrimaryColour> in(ItemProperties properties) {
        return properties
                .named("colr", properties.primary())
                .filter(content -> content.nextIs(CODE_POINTS))
                .findFirst()
                .map(content -> {
                    content.skip(CODE_POINTS.length());
                    return new PrimaryColour(content.u16(), content.u16());
                });
    }

    private static byte[] part(ByteBuffer file, long place) {
        byte[] part = new byte[(int) Math.min(PART_BYTES, file.limit() - place)];
        file.get((int) place, part);
        return part;
    }
}
