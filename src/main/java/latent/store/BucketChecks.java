package latent.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Whether both buckets can be read, for the start and for readiness. It asks for a key that no grammar of ours allows: the answer tells wrong
 * credentials, a missing right and a missing bucket apart, needs no right that we would not need anyway, and costs nothing. Asked often, it answers
 * from memory. Thread-safe.
 */
public final class BucketChecks {
    private static final Logger LOG = LoggerFactory.getLogger(BucketChecks.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String NO_KEY = "-/is-this-bucket-readable";

    private final S3Client s3;
    private final Map<String, String> buckets;
    private final ListPermission listing;
    private final LongSupplier nanoTime;
    private List<S3Problem> problems = List.of();
    private long checkedNanos;
    private boolean checked;

    /**
     * Checks of two buckets, none of which is made yet.
     *
     * @param originals  the bucket's name
     * @param renditions the bucket's name
     */
    public BucketChecks(
            S3Client s3, String originals, String renditions, ListPermission listing, LongSupplier nanoTime) {
        this.s3 = s3;
        this.buckets = Map.of("originals", originals, "renditions", renditions);
        this.listing = listing;
        this.nanoTime = nanoTime;
    }

    /** The problems, at most some seconds old; empty when both buckets can be read. New ones are logged. */
    public synchronized List<S3Problem> problems() {
        if (!checked || nanoTime.getAsLong() - checkedNanos > REMEMBERED.toNanos()) {
            List<S3Problem> now = Stream.of("originals", "renditions")
                    .flatMap(content -> problem(content).stream())
                    .toList();
            report(now);
            problems = now;
            checked = true;
            checkedNanos = nanoTime.getAsLong();
        }
        return problems;
    }

    private void report(List<S3Problem> now) {
        now.stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problem -> LOG.error("{}", problem.advice()));
        if (now.isEmpty() && !problems.isEmpty()) {
            LOG.info("Both buckets can be read again.");
        }
    }

    private Optional<S3Problem> problem(String content) {
        String bucket = buckets.get(content);
        try {
            s3.getObjectAsBytes(get -> get.bucket(bucket).key(NO_KEY));
            return Optional.empty();
        } catch (S3Exception answer) {
            return listing.isMissingKey(answer)
                    ? Optional.empty()
                    : Optional.of(S3Problem.of(content, String.valueOf(bucket), answer));
        } catch (SdkException noAnswer) {
            return Optional.of(S3Problem.of(content, String.valueOf(bucket), noAnswer));
        }
    }
}
