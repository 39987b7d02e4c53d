package latent.render.imgscalr;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for what ImageIO's readers only warn of. A truncated picture would come out gray below the cut, and be stored and shown for ever; stray
 * bytes between segments, which some cameras write, harm nothing.
 */
final class DecoderWarnings implements IIOReadWarningListener {
    private static final List<String> HARMLESS =
            List.of("extraneous bytes", "Invalid SOS parameters for sequential JPEG", "unexpected chunk");

    private Optional<String> first = Optional.empty();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (HARMLESS.stream().noneMatch(warning::contains) && first.isEmpty()) {
            first = Optional.of(warning);
        }
    }

    void refuse() throws IOException {
        if (first.isPresent()) {
            throw new IOException(first.get());
        }
    }
}
