package latent.audit;

import java.util.Optional;

/**
 * A rendition as listings of both buckets show it.
 *
 * @param key             of the rendition
 * @param original        S3 key of the original that it names
 * @param originalVersion the original's ETag, quoted; empty where there is no such original
 * @param originalBytes   size of the original
 * @param source          the ETag that it says it was made from, where the listing knows it
 * @param older           whether it is older than its original
 */
public record AuditCandidate(
        String key,
        String original,
        Optional<String> originalVersion,
        long originalBytes,
        Optional<String> source,
        boolean older) {
    /** Whether the listings alone say that something may be wrong. */
    boolean suspicious() {
        return outdated(source);
    }

    /** Whether a rendition that says this of itself is none of the original that was listed. */
    boolean outdated(Optional<String> says) {
        return originalVersion
                .map(version -> says.map(from -> !from.equals(version)).orElse(older))
                .orElse(true);
    }
}
