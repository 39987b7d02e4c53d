package latent.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Lists and deletes renditions, for a purge. The processor itself has no right to do this. */
public final class StoredRenditions implements AutoCloseable {
    /** S3 deletes no more at once. */
    public static final int MAX_DELETED_AT_ONCE = 1000;

    private final S3Client s3;
    private final String bucket;
    private final BucketListing listing;

    public StoredRenditions(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = new BucketListing(s3, bucket);
    }

    /** Of this bucket, with a connection of its own. */
    public static StoredRenditions open(S3Access access, String bucket) {
        return new StoredRenditions(access.connect(), bucket);
    }

    /** The keys that begin so, page by page as they are taken; what is taken may be deleted meanwhile. */
    public Stream<String> keys(String prefix) {
        return listing.objects(prefix).map(ListedObject::key);
    }

    /** Where an object comes from; empty when it is gone. */
    public Optional<RenditionSource> source(String key) {
        return ObjectMetadata.find(s3, bucket, key).map(head -> RenditionSource.of(head.metadata()));
    }

    /**
     * Deletes.
     *
     * @param keys at most {@link #MAX_DELETED_AT_ONCE}; those that are gone already are no failure
     * @throws IllegalStateException when S3 keeps some of them
     */
    public void delete(List<String> keys) {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        Delete all = Delete.builder().objects(objects).quiet(true).build();
        List<S3Error> kept =
                s3.deleteObjects(delete -> delete.bucket(bucket).delete(all)).errors();
        if (!kept.isEmpty()) {
            S3Error first = kept.getFirst();
            throw new IllegalStateException(
                    "S3 kept " + kept.size() + " of " + keys.size() + " objects: " + first.key() + ": " + first.code());
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
