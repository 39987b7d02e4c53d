package latent.store;

import java.util.Optional;
import latent.key.RenditionKey;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that the website serves: renditions are looked up and added, never changed; what is outdated is removed. Thread-safe. */
public final class Renditions {
    private final S3Client s3;
    private final String bucket;
    private final ListPermission listing;

    public Renditions(S3Client s3, String bucket, ListPermission listing) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = listing;
    }

    /** The stored rendition, if there is one. */
    public Optional<Rendition> find(RenditionKey key) {
        try {
            ResponseBytes<GetObjectResponse> stored =
                    s3.getObject(get -> get.bucket(bucket).key(key.value()), VerifiedBytes.reader());
            GetObjectResponse head = stored.response();
            return Optional.of(new Rendition(
                    stored.asByteArrayUnsafe(),
                    head.contentType(),
                    head.eTag(),
                    Optional.ofNullable(head.cacheControl()).orElse("")));
        } catch (S3Exception e) {
            if (listing.isMissingKey(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Adds a rendition, whole or not at all: S3 refuses what differs from the MD5 that is sent along.
     *
     * @param sourceETag version of the original it was made from; kept as metadata
     * @return false when somebody stored one before us, which is as good
     */
    public boolean add(RenditionKey key, Rendition rendition, String sourceETag) {
        try {
            s3.putObject(
                    put -> put.bucket(bucket)
                            .key(key.value())
                            .ifNoneMatch("*")
                            .contentMD5(Digest.contentMd5(rendition.bytes()))
                            .contentType(rendition.mediaType())
                            .cacheControl(rendition.cacheControl())
                            .metadata(Provenance.metadata(key.original(), sourceETag)),
                    RequestBody.fromBytes(rendition.bytes()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 412) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Removes a rendition, if what is stored are these very bytes: another's newer one stays ({@code If-Match} of DeleteObject).
     *
     * @return false when something else is there, or nothing
     */
    public boolean remove(RenditionKey key, Rendition rendition) {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key.value()).ifMatch(rendition.eTag()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 404) {
                return false;
            }
            throw e;
        }
    }
}
