package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Optional;

/** Takes decoded rows, in order, and makes fewer pixels of them, so that the decoded picture never stands in memory twice. */
interface RowSink {
    /** Takes the row {@code y} of the decoded picture; those outside of the region are ignored. */
    void row(int y, byte[] row);

    /**
     * What has become of the rows.
     *
     * @throws IOException when some are missing: a decoder has stopped without a word
     */
    Pixels finish(Optional<ICC_Profile> profile) throws IOException;
}
