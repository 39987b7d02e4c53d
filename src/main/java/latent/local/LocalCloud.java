package latent.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import latent.local.website.Cors;
import latent.local.website.Protocol;
import latent.local.website.RoutingRules;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.local.website.WebsiteFront;

/**
 * The AWS services that the product needs, on loopback: S3 with the two buckets, and the website of the renditions bucket with its routing rule. The
 * originals are private; the renditions may be read and listed by everyone, so that a miss is a 404, from pages of any origin.
 *
 * @param renditionsBucket whose website it is
 */
public record LocalCloud(LocalS3 s3, WebsiteFront website, String renditionsBucket) implements AutoCloseable {
    private static final int REDIRECT_CODE = 302;

    /**
     * Settings of the local cloud.
     *
     * @param s3          its folder is created, and kept at the end
     * @param websitePort 0 for any that is free
     */
    public record Settings(LocalS3.Settings s3, int websitePort, String originalsBucket, String renditionsBucket) {}

    /**
     * Starts S3 and the website front. A miss is a 404 until {@link #redirectMisses} says where to make it.
     *
     * @throws latent.local.web.PortInUse when another program holds one of the ports
     */
    public static LocalCloud start(Settings settings) {
        LocalS3 s3 = LocalS3.start(settings.s3());
        try {
            s3.createBucket(settings.originalsBucket(), AnonymousAccess.NONE);
            s3.createBucket(settings.renditionsBucket(), AnonymousAccess.GET_AND_LIST);
            WebsiteFront website = WebsiteFront.start(
                    new WebsiteFront.Settings(settings.websitePort(), s3.url(), settings.renditionsBucket(), true),
                    new SecureRandom(),
                    Clock.systemUTC());
            website.putBucketWebsite(settings.renditionsBucket(), Pages.of(List.of()));
            website.putBucketCors(settings.renditionsBucket(), new Cors(List.of("*"), List.of("GET", "HEAD")));
            return new LocalCloud(s3, website, settings.renditionsBucket());
        } catch (RuntimeException e) {
            s3.close();
            throw e;
        }
    }

    /**
     * Sends visitors of a missing rendition to the processor, by http.
     *
     * @param processorHost with its port
     */
    public void redirectMisses(String processorHost) {
        var rules = new RoutingRules(Protocol.HTTP, processorHost, REDIRECT_CODE, "");
        website.putBucketWebsite(renditionsBucket, Pages.of(List.of(rules.missing())));
    }

    /** Stops the website front first and then S3, so that answers under way are not cut off. */
    @Override
    public void close() {
        website.close();
        s3.close();
    }
}
