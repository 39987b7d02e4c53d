package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import latent.key.OriginalKey;
import latent.key.Transformation;
import latent.key.WatermarkName;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.SourceFile;
import latent.render.UnusableWatermark;

/** The configured watermarks. Each is an original, read on first use, and read again after a minute. Thread-safe. */
final class Watermarks {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MAX_KEPT = 16;

    private final Map<String, OriginalKey> named;
    private final OriginalReader reader;
    private final Cache<String, SourceFile<byte[]>> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    Watermarks(Map<String, OriginalKey> named, OriginalReader reader) {
        this.named = Map.copyOf(named);
        this.reader = reader;
    }

    /**
     * The file of the watermark that a transformation names; empty when it names none.
     *
     * @throws Refusal NOT_A_RENDITION when no watermark of that name is configured, or its file is missing or of no use
     */
    Optional<SourceFile<byte[]>> of(Transformation transformation) {
        return transformation.find(WatermarkName.class).map(mark -> kept.get(mark.name(), this::read));
    }

    private SourceFile<byte[]> read(String name) {
        OriginalKey key = Optional.ofNullable(named.get(name))
                .orElseThrow(() -> new Refusal(Reason.NOT_A_RENDITION, "There is no watermark " + name + " here."));
        return UnusableWatermark.insteadOfOriginal(
                () -> ReplacedWhileRead.retrying(key, "read", attempt -> readOnce(key)));
    }

    private Optional<SourceFile<byte[]>> readOnce(OriginalKey key) {
        try (OriginalReader.Opened opened = reader.open(key)) {
            return reader.fetch(opened).map(OriginalReader.Fetched::file);
        }
    }
}
