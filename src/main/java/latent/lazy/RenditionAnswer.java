package latent.lazy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import latent.store.ReadableRendition;

/**
 * A rendition, and where it was taken from.
 *
 * @param source where it was taken from
 * @param stages how long each stage took
 */
public record RenditionAnswer(ReadableRendition rendition, Source source, Map<Stage, Duration> stages) {
    /** Where a rendition was taken from. */
    public enum Source {
        /** Rendered for this request. */
        RENDERED,
        /** Rendered for another request at the same time. */
        SHARED,
        /** Rendered a moment ago and not yet written back. */
        PENDING,
        /** Stored already, by us or by someone else. */
        STORED;

        /** The word for it in headers, log and metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
