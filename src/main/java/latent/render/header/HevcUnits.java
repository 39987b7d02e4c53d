package latent.render.header;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** The NAL units of a picture in HEVC, each without its length: those that its decoder is set up with, and those of its pixels. */
final class HevcUnits {
    private static final int DECODER_CONFIGURATION_BYTES = 22;
    private static final int LENGTH_BYTES = 4;

    private HevcUnits() {}

    /** Visits those in a property {@code hvcC} (ISO/IEC 14496-15, 8.3.3.1). */
    static void inConfiguration(Cursor configuration, Consumer<Cursor> visitor) {
        configuration.skip(DECODER_CONFIGURATION_BYTES);
        for (int arrays = configuration.u8(); arrays > 0; arrays--) {
            configuration.skip(1);
            for (int units = configuration.u16(); units > 0; units--) {
                visitor.accept(configuration.part(configuration.u16()));
            }
        }
    }

    /**
     * Visits those of an item.
     *
     * @param pieces its bytes, as {@link FileItems#bytes} has them
     */
    static void inPicture(List<Cursor> pieces, Consumer<Cursor> visitor) {
        Cursor units = joined(pieces);
        while (units.remaining() >= LENGTH_BYTES) {
            visitor.accept(units.part(units.u32()));
        }
    }

    private static Cursor joined(List<Cursor> pieces) {
        if (pieces.size() == 1) {
            return pieces.getFirst();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Cursor piece : pieces) {
            ByteBuffer bytes = piece.rest();
            if (bytes.remaining() < piece.remaining()) {
                throw piece.endOf(bytes);
            }
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            all.writeBytes(copy);
        }
        return new Cursor(new FileParts(all.toByteArray(), all.size()));
    }
}
