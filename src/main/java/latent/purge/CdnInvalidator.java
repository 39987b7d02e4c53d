package latent.purge;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import latent.key.OriginalKey;
import latent.key.PercentEncoding;
import latent.store.CacheTag;
import latent.store.S3Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.InvalidationBatch;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/**
 * Invalidates renditions in CloudFront: one wildcard path or one tag for each original, which covers all its renditions and costs as one path.
 * CloudFront accepts 15 running wildcard invalidations for each distribution; above that, calls wait and retry. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations">limits</a>
 */
public final class CdnInvalidator implements AutoCloseable {
    private static final int MAX_PATHS_AT_ONCE = 10;
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_TRIES = 60;
    private static final Logger LOG = LoggerFactory.getLogger(CdnInvalidator.class);

    private final CloudFrontClient cloudFront;
    private final List<String> distributions;
    private final InvalidateBy by;

    private CdnInvalidator(CloudFrontClient cloudFront, List<String> distributions, InvalidateBy by) {
        this.cloudFront = cloudFront;
        this.distributions = distributions;
        this.by = by;
    }

    /**
     * Connects to CloudFront.
     *
     * @param distributions ids; with none, nothing is ever invalidated
     */
    public static CdnInvalidator connect(S3Access access, List<String> distributions, InvalidateBy by) {
        return new CdnInvalidator(
                access.connect(CloudFrontClient.builder(), Optional.empty(), SILENCE), distributions, by);
    }

    /**
     * Invalidates all renditions of these originals. CloudFront carries that out within a minute or so.
     *
     * @throws IllegalStateException when CloudFront has accepted no more for five minutes, or the thread is interrupted
     */
    public void invalidate(Collection<OriginalKey> originals) {
        originals.stream()
                .map(this::item)
                .gather(Gatherers.windowFixed(MAX_PATHS_AT_ONCE))
                .forEach(paths -> distributions.forEach(distribution -> invalidate(distribution, paths)));
    }

    /**
     * Invalidates all paths that begin with this prefix: one wildcard, also when originals are invalidated by tag.
     *
     * @throws IllegalStateException as {@link #invalidate(Collection)} does
     */
    public void invalidatePrefix(String prefix) {
        distributions.forEach(distribution -> invalidate(distribution, List.of(path(prefix))));
    }

    private void invalidate(String distribution, List<String> paths) {
        InvalidationBatch batch = InvalidationBatch.builder()
                .callerReference(UUID.randomUUID().toString())
                .paths(all -> all.items(paths).quantity(paths.size()))
                .build();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                cloudFront.createInvalidation(
                        create -> create.distributionId(distribution).invalidationBatch(batch));
                return;
            } catch (TooManyInvalidationsInProgressException e) {
                LOG.info("{} has too many invalidations in progress, again in {} s", distribution, PAUSE.toSeconds());
                pause();
            }
        }
        throw new IllegalStateException(distribution + " takes no more invalidations");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while CloudFront had too much to do", e);
        }
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html">invalidation by tags</a> */
    private String item(OriginalKey original) {
        return switch (by) {
            case PATH -> path(original);
            case TAG -> "#" + CacheTag.of(original);
        };
    }

    /**
     * {@code /widgets/myimage*}: what the URLs of all renditions of an original begin with, spelt as there. CloudFront demands escapes for what is
     * unsafe, and for what is an escape in the URL, and for nothing else; a star may stand at the end only, so that a name with one is cut before it.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html">invalidation paths</a>
     */
    public static String path(OriginalKey original) {
        return path(original.stem());
    }

    private static String path(String prefix) {
        int star = prefix.indexOf('*');
        return "/" + PercentEncoding.ofPath(star < 0 ? prefix : prefix.substring(0, star)) + "*";
    }

    @Override
    public void close() {
        cloudFront.close();
    }
}
