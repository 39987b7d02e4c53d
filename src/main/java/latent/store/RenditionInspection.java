package latent.store;

import java.util.Optional;
import latent.refusal.Fault;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Looks at stored renditions one by one, and removes single ones, for an audit. Thread-safe. */
public final class RenditionInspection implements AutoCloseable {
    private final S3Client s3;
    private final String bucket;

    public RenditionInspection(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Of this bucket, with a connection of its own. */
    public static RenditionInspection open(S3Access access, String bucket) {
        return new RenditionInspection(access.connect(), bucket);
    }

    /** An object without its bytes; empty when it is not there. */
    public Optional<StoredRendition> find(String key) {
        return ObjectMetadata.find(s3, bucket, key).map(RenditionInspection::stored);
    }

    private static StoredRendition stored(HeadObjectResponse head) {
        return new StoredRendition(
                head.eTag(),
                Optional.ofNullable(head.contentLength()).orElse(0L),
                Optional.ofNullable(head.contentType()).orElse(""),
                Optional.ofNullable(head.cacheControl()).orElse(""),
                head.lastModified(),
                RenditionSource.of(head.metadata()));
    }

    /**
     * All bytes of an object.
     *
     * @param eTag of the version that is meant
     * @return empty when that is not there any more
     * @throws WrongBytes when S3 has sent, three times, what is not what the ETag or the checksum says
     */
    public Optional<byte[]> read(String key, String eTag) throws WrongBytes {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(eTag), VerifiedBytes.reader())
                    .asByteArrayUnsafe());
        } catch (S3Exception e) {
            if (isGone(e)) {
                return Optional.empty();
            }
            throw e;
        } catch (SdkException e) {
            if (S3Faults.of(e).filter(Fault.S3_WRONG_BYTES::equals).isPresent()) {
                throw new WrongBytes(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /**
     * Removes an object, if it is still this version of it.
     *
     * @return false when something else is there; what is gone already may count as removed, by the S3 that is asked
     */
    public boolean remove(String key, String eTag) {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key).ifMatch(eTag));
            return true;
        } catch (S3Exception e) {
            if (isGone(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isGone(S3Exception answer) {
        return answer.statusCode() == 412 || answer.statusCode() == 404;
    }

    @Override
    public void close() {
        s3.close();
    }

    /** What is stored is not what was put there. The message says how it is known. */
    public static final class WrongBytes extends Exception {
        private static final long serialVersionUID = 1;

        WrongBytes(String sentence) {
            super(sentence);
        }
    }
}
