package latent.audit;

import java.util.Optional;

/**
 * A rendition to be audited, as the listings of both buckets show it.
 *
 * @param key             of the rendition
 * @param original        key of its original
 * @param originalVersion ETag of the original, quoted; empty when there is no such original
 * @param originalBytes   size of the original
 * @param source          ETag of the original it was made from, by its metadata; empty when the listing does not have that
 * @param older           whether the rendition is older than its original
 */
public record AuditCandidate(
        String key,
        String original,
        Optional<String> originalVersion,
        long originalBytes,
        Optional<String> source,
        boolean older) {
    /** Whether the listings alone suggest that it is stale or orphaned. */
    boolean suspicious() {
        return outdated(source);
    }

    /**
     * Whether the rendition is orphaned or stale, compared with the original that was listed.
     *
     * @param says ETag of the original in the metadata of the rendition; without one, its age decides
     */
    boolean outdated(Optional<String> says) {
        return originalVersion
                .map(version -> says.map(from -> !from.equals(version)).orElse(older))
                .orElse(true);
    }
}
