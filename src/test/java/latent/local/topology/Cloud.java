package latent.local.topology;

import java.io.IOException;
import java.time.Clock;
import java.util.Random;
import latent.local.LocalS3;
import latent.local.TestFolder;
import latent.local.TestS3;
import latent.local.website.WebsiteFront;
import software.amazon.awssdk.core.sync.RequestBody;

/** S3 and the website of one of its buckets. */
record Cloud(TestFolder folder, LocalS3 s3, TestS3 sdk, WebsiteFront website) implements AutoCloseable {
    static Cloud start(String websiteBucket) throws IOException {
        TestFolder folder = TestFolder.make();
        LocalS3 s3 = TestS3.serve(folder.path());
        WebsiteFront website = WebsiteFront.start(
                new WebsiteFront.Settings(0, s3.url(), websiteBucket, false), new Random(1), Clock.systemUTC());
        return new Cloud(folder, s3, new TestS3(s3.url()), website);
    }

    void put(String bucket, String key, byte[] bytes) {
        sdk.client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    @Override
    public void close() {
        website.close();
        sdk.close();
        s3.close();
        folder.close();
    }
}
