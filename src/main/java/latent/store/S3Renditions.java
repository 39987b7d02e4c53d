package latent.store;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import latent.key.RenditionKey;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that the website serves: renditions are looked up and added, never changed; what is outdated is removed. Thread-safe. */
public final class S3Renditions implements RenditionStore {
    /** Pieces of large objects that are read at one time, so that connections to S3 are left for all other calls. */
    private static final int MAX_LATER_PIECES = 32;

    private final S3Client s3;
    private final String bucket;
    private final ListPermission listing;
    private final Semaphore laterPieces = new Semaphore(MAX_LATER_PIECES, true);

    public S3Renditions(S3Client s3, String bucket, ListPermission listing) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = listing;
    }

    @Override
    public Optional<ReadableRendition> find(RenditionKey key) {
        try {
            return Optional.of(readable(key, firstPiece(key)));
        } catch (S3Exception e) {
            if (listing.isMissingKey(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private ResponseBytes<GetObjectResponse> firstPiece(RenditionKey key) {
        try {
            return get(key, request -> request.range(range(0)));
        } catch (S3Exception e) {
            // an empty object has no range
            if (e.statusCode() == 416) {
                return get(key, request -> {});
            }
            throw e;
        }
    }

    private ReadableRendition readable(RenditionKey key, ResponseBytes<GetObjectResponse> first) {
        GetObjectResponse response = first.response();
        return new ReadableRendition(
                first.asByteArrayUnsafe(),
                ObjectSize.of(response),
                response.contentType(),
                response.eTag(),
                VerifiedBytes.isMd5(response),
                Optional.ofNullable(response.cacheControl()).orElse(""),
                from -> laterPiece(key, response.eTag(), from));
    }

    private byte[] laterPiece(RenditionKey key, String eTag, long from) {
        laterPieces.acquireUninterruptibly();
        try {
            return get(key, request -> request.range(range(from)).ifMatch(eTag)).asByteArrayUnsafe();
        } finally {
            laterPieces.release();
        }
    }

    private ResponseBytes<GetObjectResponse> get(RenditionKey key, Consumer<GetObjectRequest.Builder> more) {
        return s3.getObject(request -> more.accept(request.bucket(bucket).key(key.value())), VerifiedBytes.reader());
    }

    private static String range(long from) {
        return "bytes=" + from + "-" + (from + ReadableRendition.PIECE - 1);
    }

    @Override
    public boolean add(RenditionKey key, Rendition rendition, String sourceETag) {
        try {
            s3.putObject(
                    put -> put.bucket(bucket)
                            .key(key.value())
                            .ifNoneMatch("*")
                            .contentType(rendition.mediaType())
                            .cacheControl(rendition.cacheControl())
                            .metadata(RenditionSource.metadata(key.original(), sourceETag)),
                    RequestBody.fromBytes(rendition.bytes()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 412) {
                return false;
            }
            throw e;
        }
    }

    @Override
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
