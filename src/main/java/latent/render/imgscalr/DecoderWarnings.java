package latent.render.imgscalr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Collects the warnings of ImageIO's readers. Without them a truncated picture would be rendered gray below the cut, and be stored. */
final class DecoderWarnings implements IIOReadWarningListener {
    private static final List<String> HARMLESS = List.of("unexpected chunk");
    private static final int KEPT = 64;

    private final List<String> texts = new ArrayList<>();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (texts.size() < KEPT) {
            texts.add(warning);
        }
    }

    /** All that were given, or the first of very many. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    /** @throws IOException when there was one that is not harmless */
    void refuse() throws IOException {
        Optional<String> serious = texts.stream()
                .filter(warning -> HARMLESS.stream().noneMatch(warning::contains))
                .findFirst();
        if (serious.isPresent()) {
            throw new IOException(serious.get());
        }
    }
}
