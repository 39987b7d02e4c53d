package latent.lazy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import latent.store.ReadableRendition;

/**
 * A rendition, with where it was taken from and how long each stage took.
 *
 * @param stages time of each stage that the request went through
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
