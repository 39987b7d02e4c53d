package latent.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** What lies in a bucket, page by page as it is taken. Thread-safe. */
public final class BucketListing implements AutoCloseable {
    /** S3 lists no more at once. */
    public static final int KEYS_IN_A_PAGE = 1000;

    private static final String FOLDER = "/";

    private final S3Client s3;
    private final String bucket;

    BucketListing(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Of this bucket, with a connection of its own. */
    public static BucketListing open(S3Access access, String bucket) {
        return new BucketListing(access.connect(), bucket);
    }

    /** The objects whose keys begin so. */
    public Stream<ListedObject> objects(String prefix) {
        return listed(s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)));
    }

    /** The objects right in this folder. */
    public Stream<ListedObject> objectsIn(String folder) {
        return listed(oneLevel(folder));
    }

    /** The folders right in this folder, with their slashes. */
    public List<String> foldersIn(String folder) {
        return oneLevel(folder).commonPrefixes().stream()
                .map(CommonPrefix::prefix)
                .toList();
    }

    private ListObjectsV2Iterable oneLevel(String folder) {
        return s3.listObjectsV2Paginator(
                list -> list.bucket(bucket).prefix(folder).delimiter(FOLDER));
    }

    private static Stream<ListedObject> listed(ListObjectsV2Iterable pages) {
        return pages.contents().stream()
                .map(object -> new ListedObject(object.key(), object.eTag(), object.size(), object.lastModified()));
    }

    /** One object, without its content; empty when it is not there. */
    public Optional<ListedObject> find(String key) {
        return ObjectMetadata.find(s3, bucket, key).map(head -> listed(key, head));
    }

    private static ListedObject listed(String key, HeadObjectResponse head) {
        // a proxy on the way may have left the length out
        long bytes = Optional.ofNullable(head.contentLength()).orElse(0L);
        return new ListedObject(key, head.eTag(), bytes, head.lastModified());
    }

    @Override
    public void close() {
        s3.close();
    }
}
