package latent.local;

import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Hides objects that are still being written. S3Proxy writes an object under {@code <key>-<UUID>} first, and lists it under that name until it is
 * complete, or for ever when it was stopped meanwhile. In S3 an object is complete or absent.
 */
final class WholeObjects extends ForwardingBlobStore {
    private static final Pattern UNFINISHED =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", Pattern.DOTALL);

    WholeObjects(BlobStore store) {
        super(store);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response all = super.list(request);
        List<S3Object> whole = all.contents().stream()
                .filter(object -> !UNFINISHED.matcher(object.key()).matches())
                .toList();
        int unfinished = all.contents().size() - whole.size();
        return unfinished == 0
                ? all
                : all.toBuilder()
                        .contents(whole)
                        .keyCount(keyCount(all) - unfinished)
                        .build();
    }

    private static int keyCount(ListObjectsV2Response all) {
        return all.contents().size() + all.commonPrefixes().size();
    }
}
