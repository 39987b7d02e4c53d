package latent.check;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.store.http.HttpSources;

/**
 * What is to be checked. All URLs are scheme and host, those of buckets perhaps with a path, without a slash at the end. What is absent is not checked, and said to be skipped.
 *
 * @param images       what pages use
 * @param processor    where a miss is redirected to; in the redirect topology only
 * @param origins      the processor's load balancers, which only CloudFront may ask
 * @param website      the website endpoint of the renditions bucket, which only CloudFront may ask
 * @param originals    REST endpoint of the originals bucket, which is private
 * @param renditions   REST endpoint of the renditions bucket, which nobody may list
 * @param cacheControl of every rendition, to the letter
 * @param formats      that the images host gives to those who ask for them, best first
 * @param patience     how long a write-back may take
 * @param sources      hosts of originals, each of which is asked from where the check runs
 * @param plainHttp    the scheme is not looked at: for a local stack, which speaks no TLS
 */
public record Deployment(
        DeployedTopology topology,
        URI images,
        Optional<URI> processor,
        List<URI> origins,
        Optional<URI> website,
        Optional<URI> originals,
        Optional<URI> renditions,
        SampleRendition sample,
        Optional<String> cacheControl,
        List<ImageFormat> formats,
        Duration patience,
        HttpSources sources,
        boolean plainHttp) {
    public Deployment {
        origins = List.copyOf(origins);
        formats = List.copyOf(formats);
    }
}
