package latent;

import java.util.Optional;
import latent.config.Settings;
import latent.metrics.Meters;
import latent.store.BucketChecks;
import latent.store.Mezzanines;
import latent.store.OriginalStore;
import latent.store.RenditionStore;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import latent.store.http.HttpOriginals;
import latent.store.http.SourceClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where originals come from and where renditions go, for the processor and for warm workers alike. A further source of originals is chosen here.
 *
 * @param s3     the client of all buckets
 * @param checks have run once, so that what is wrong with a bucket is in the log
 */
record Stores(
        S3Client s3,
        OriginalStore originals,
        RenditionStore renditions,
        Optional<Mezzanines> mezzanines,
        BucketChecks checks) {
    /** Connects to S3; {@code opened} closes the connection. */
    static Stores open(Settings settings, Meters meters, Closer opened) {
        S3Client s3 = settings.s3().connect(meters);
        opened.add(s3::close);
        Settings.Buckets buckets = settings.buckets();
        BucketChecks checks =
                new BucketChecks(s3, buckets.originals(), buckets.renditions(), buckets.listing(), System::nanoTime);
        checks.problems();
        return new Stores(
                s3,
                originals(settings, s3, meters, opened),
                new S3Renditions(s3, buckets.renditions(), buckets.listing()),
                mezzanines(settings, s3),
                checks);
    }

    /** Where mezzanines lie, if there are any. */
    static Optional<Mezzanines> mezzanines(Settings settings, S3Client s3) {
        Settings.Buckets buckets = settings.buckets();
        return buckets.mezzanines().map(place -> new Mezzanines(s3, place, buckets.listing()));
    }

    /** Where originals come from; {@code opened} closes what is opened beside S3. */
    static OriginalStore originals(Settings settings, S3Client s3, Meters meters, Closer opened) {
        Settings.Buckets buckets = settings.buckets();
        S3Originals bucket = new S3Originals(s3, buckets.originals(), buckets.listing());
        if (settings.sources().places().isEmpty()) {
            return bucket;
        }
        SourceClient client = new SourceClient(settings.sources(), meters);
        opened.add(client::close);
        return new HttpOriginals(settings.sources(), client, bucket);
    }
}
