package latent.render.header;

import java.util.Optional;
import latent.refusal.Refusal;

/** The coded pictures of a HEIC file, which the gate does not read: they may bring parameters of their own, and decoders go by the last. */
public final class HeicPayload {
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
                        HevcUnits.inPicture(items.ofFile().bytes(item), unit -> demands.checkUnit(item, unit));
                    }
                }
            }
            return longest;
        } catch (Cursor.TooShort end) {
            throw Broken.header("it ends too early");
        }
    }
}
