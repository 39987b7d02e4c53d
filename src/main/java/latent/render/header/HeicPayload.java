package latent.render.header;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import latent.refusal.Refusal;
import latent.render.header.ItemProperties.Sides;

/** The coded pictures of a HEIC file, which the gate does not read: they may bring parameters of their own, and decoders go by the last. */
public final class HeicPayload {
    private static final int LENGTH_BYTES = 4;

    private HeicPayload() {}

    /**
     * Looks through all coded pictures of a whole file that the gate has admitted.
     *
     * @return the longest side of any of them, in pixels
     * @throws Refusal when one of them is larger than it says, or cut
     */
    public static long longestSide(byte[] file) {
        try {
            IsoMedia.Items items = IsoMedia.items(new Cursor(new FileParts(file, file.length)));
            HeicDemands demands = new HeicDemands(items.properties(), items.ofFile());
            long longest = 0;
            for (long item : items.ofFile().all()) {
                Optional<Sides> size = items.properties().size(item);
                if (size.isPresent()) {
                    longest = Math.max(longest, size.get().longest());
                    if (items.ofFile().type(item).equals(HeicDemands.CODED)) {
                        check(demands, item, joined(items.ofFile().bytes(item)));
                    }
                }
            }
            return longest;
        } catch (Cursor.TooShort end) {
            throw Broken.header("it ends too early");
        }
    }

    private static void check(HeicDemands demands, long item, Cursor units) {
        while (units.remaining() >= LENGTH_BYTES) {
            demands.checkUnit(item, units.part(units.u32()));
        }
    }

    private static Cursor joined(List<Cursor> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Cursor piece : pieces) {
            ByteBuffer bytes = piece.rest();
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            all.writeBytes(copy);
        }
        return new Cursor(new FileParts(all.toByteArray(), all.size()));
    }
}
