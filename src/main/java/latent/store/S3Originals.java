package latent.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import latent.key.OriginalKey;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The private bucket of originals, read only. Thread-safe. */
public final class S3Originals implements OriginalStore {
    private final S3Client s3;
    private final String bucket;
    private final ListPermission listing;
    private final Function<OriginalKey, String> name;

    public S3Originals(S3Client s3, String bucket, ListPermission listing) {
        this(s3, bucket, listing, OriginalKey::value);
    }

    /** @param name of the object that is read for an original */
    S3Originals(S3Client s3, String bucket, ListPermission listing, Function<OriginalKey, String> name) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = listing;
        this.name = name;
    }

    @Override
    public OriginalStream open(OriginalKey key, int headBytes) {
        try {
            return stream(key, headBytes, request -> {});
        } catch (S3Exception e) {
            throw orRefusal(key, e);
        }
    }

    @Override
    public Optional<OriginalStream> openUnless(OriginalKey key, String eTag, int headBytes) {
        try {
            return Optional.of(stream(key, headBytes, request -> request.ifNoneMatch(eTag)));
        } catch (S3Exception e) {
            if (e.statusCode() == 304) {
                return Optional.empty();
            }
            throw orRefusal(key, e);
        }
    }

    private RuntimeException orRefusal(OriginalKey key, S3Exception answer) {
        return listing.isMissingKey(answer)
                ? new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".")
                        .withDetail("S3: " + answer.statusCode() + " " + S3Problem.code(answer))
                : answer;
    }

    private OriginalStream stream(OriginalKey key, int headBytes, Consumer<GetObjectRequest.Builder> condition) {
        OriginalStream stream = s3.getObject(
                request -> condition.accept(request.bucket(bucket).key(name.apply(key))),
                new StreamOpening(key, headBytes, this::fetch));
        if (stream.original().bytes() == 0) {
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is empty.");
        }
        return stream;
    }

    @Override
    public Optional<byte[]> read(Original original, long offset, int length) {
        return pinned(original, "bytes=" + offset + "-" + (offset + length - 1));
    }

    @Override
    public Optional<byte[]> fetch(Original original) {
        return original.whole() ? Optional.of(original.head()) : pinned(original, "");
    }

    private Optional<byte[]> pinned(Original original, String range) {
        try {
            return Optional.of(get(original.key(), range, original.eTag()).asByteArrayUnsafe());
        } catch (S3Exception e) {
            // 416 where a server looks at the range first, and the version that there is now is shorter
            if (e.statusCode() == 412 || e.statusCode() == 404 || e.statusCode() == 416) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<String> version(OriginalKey key) {
        return ObjectMetadata.find(s3, bucket, name.apply(key)).map(HeadObjectResponse::eTag);
    }

    @Override
    public Optional<String> versionIfReadable(OriginalKey key) {
        try {
            return version(key);
        } catch (S3Exception e) {
            // the answer to a HEAD has no body, and so no error code
            if (e.statusCode() == 403 && listing == ListPermission.DENIED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Map<String, String> versions(String folder, OriginalKey from) {
        if (listing == ListPermission.DENIED) {
            return Map.of();
        }
        // S3 begins behind the key that it is told, and a key without its last character stands before it
        String key = from.value();
        String before = key.substring(0, key.offsetByCodePoints(key.length(), -1));
        return s3.listObjectsV2(list -> list.bucket(bucket).prefix(folder).startAfter(before)).contents().stream()
                .collect(Collectors.toMap(S3Object::key, S3Object::eTag));
    }

    private ResponseBytes<GetObjectResponse> get(OriginalKey key, String range, String eTag) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(name.apply(key)).ifMatch(eTag);
        if (!range.isEmpty()) {
            request.range(range);
        }
        return s3.getObject(request.build(), VerifiedBytes.reader());
    }
}
