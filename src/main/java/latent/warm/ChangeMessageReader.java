package latent.warm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import software.amazon.awssdk.eventnotifications.s3.model.S3;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotification;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotificationRecord;
import software.amazon.awssdk.eventnotifications.s3.model.S3Object;

/**
 * Parses S3's messages about changes in one bucket. The kind of the change and the version are ignored: messages come late, twice and in any order,
 * so only the present state of the original counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">structure of a message</a>
 */
final class ChangeMessageReader {
    /** What S3 sends once to a new queue; it has no records. */
    private static final String TEST_EVENT = "\"s3:TestEvent\"";

    private final String bucket;
    private final KeyGrammar grammar;

    ChangeMessageReader(String bucket, KeyGrammar grammar) {
        this.bucket = bucket;
        this.grammar = grammar;
    }

    /**
     * The originals that a message is about; none for S3's test message and for files that are no originals.
     *
     * @throws IllegalArgumentException when the message is not S3's, or about another bucket
     */
    Set<OriginalKey> originals(String body) {
        List<S3EventNotificationRecord> records = records(body);
        if (records.isEmpty() && !body.contains(TEST_EVENT)) {
            throw new IllegalArgumentException("no records");
        }
        Set<OriginalKey> originals = new LinkedHashSet<>();
        records.forEach(told -> grammar.original(key(told)).ifPresent(originals::add));
        return originals;
    }

    private String key(S3EventNotificationRecord told) {
        S3 s3 = Optional.ofNullable(told.getS3()).orElseThrow(() -> new IllegalArgumentException("a record not of S3"));
        if (s3.getBucket() == null || !bucket.equals(s3.getBucket().getName())) {
            throw new IllegalArgumentException("a record not of the bucket " + bucket);
        }
        return Optional.ofNullable(s3.getObject())
                .filter(object -> object.getKey() != null)
                .map(S3Object::getUrlDecodedKey)
                .orElseThrow(() -> new IllegalArgumentException("a record without a key"));
    }

    /** The library's interface does not name the exceptions that it throws at unexpected messages: whatever it is, the message is not S3's. */
    private static List<S3EventNotificationRecord> records(String body) {
        try {
            return Optional.ofNullable(S3EventNotification.fromJson(body).getRecords())
                    .orElse(List.of());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no message of S3", e);
        }
    }
}
