package latent.local.website;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.RawHttp;
import latent.local.TestFolder;
import latent.local.TestS3;
import latent.local.website.WebsiteConfiguration.Pages;

/** A real S3, a website front over it, and a bucket that the tests fill. */
final class WebsiteLab implements AutoCloseable {
    static final String BUCKET = "images";

    final LocalS3 s3;
    final TestS3 sdk;
    final WebsiteFront front;
    final RawHttp http;

    private final TestFolder folder;

    private WebsiteLab(TestFolder folder, boolean keepQuery) {
        this.folder = folder;
        s3 = TestS3.serve(folder.path());
        s3.createBucket(BUCKET, AnonymousAccess.GET_AND_LIST);
        sdk = new TestS3(s3.url());
        front = WebsiteFront.start(
                new WebsiteFront.Settings(0, s3.url(), BUCKET, keepQuery), new Random(1), Clock.systemUTC());
        http = RawHttp.to(front.url());
    }

    static WebsiteLab open() throws IOException {
        return new WebsiteLab(TestFolder.make(), true);
    }

    static WebsiteLab withoutQueries() throws IOException {
        return new WebsiteLab(TestFolder.make(), false);
    }

    void access(AnonymousAccess access) {
        s3.createBucket(BUCKET, access);
    }

    void put(String key, String body) {
        sdk.put(BUCKET, key, body);
    }

    /** Applies these rules, each in the JSON of S3, and no error document. */
    void rules(String... rules) {
        front.putBucketWebsite(
                BUCKET,
                Pages.of(List.of(rules).stream()
                        .map(ConfigurationDocument::readRule)
                        .toList()));
    }

    void rulesAndErrorDocument(String errorKey, String... rules) {
        var read = List.of(rules).stream().map(ConfigurationDocument::readRule).toList();
        front.putBucketWebsite(BUCKET, new Pages("index.html", Optional.of(errorKey), read));
    }

    void document(String json) {
        front.putBucketWebsite(BUCKET, ConfigurationDocument.read(json.replace('\'', '"')));
    }

    /** A rule on an error code that redirects to a host, with more of the redirect's elements in the JSON of S3. */
    static String onError(int code, String host, String more) {
        return rule("'HttpErrorCodeReturnedEquals': '" + code + "'", "'HostName': '" + host + "'" + more);
    }

    static String rule(String condition, String redirect) {
        return ("{'Condition': {" + condition + "}, 'Redirect': {" + redirect + "}}").replace('\'', '"');
    }

    /** The rule of the lazy redirect, as the file of the product has it. */
    static final String S = onError(404, "p.example", ", 'HttpRedirectCode': '302'");

    @Override
    public void close() {
        front.close();
        sdk.close();
        s3.close();
        folder.close();
    }
}
