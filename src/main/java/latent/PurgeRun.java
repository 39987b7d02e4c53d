package latent;

import java.io.PrintStream;
import java.util.List;
import latent.config.Settings;
import latent.metrics.Meters;
import latent.purge.CdnInvalidator;
import latent.purge.PurgeScope;
import latent.purge.RequestedPurge;
import latent.store.StoredRenditions;
import software.amazon.awssdk.services.s3.S3Client;

/** One purge on request, from its own connections to S3 and CloudFront. */
public final class PurgeRun {
    private PurgeRun() {}

    /**
     * Purges, and prints a line whenever there is something to say: {@code widgets/myimage.jpg: 12 renditions removed}.
     *
     * @throws latent.purge.PurgeFailed when S3 or CloudFront does not do its part
     */
    public static void run(List<PurgeScope> scopes, boolean dryRun, Settings settings, PrintStream out) {
        Meters meters = new Meters();
        String done = dryRun ? " would be removed" : " removed";
        try (S3Client s3 = settings.s3().connect(meters);
                CdnInvalidator cdn = invalidator(settings)) {
            long removed = purge(settings, s3, cdn, meters)
                    .run(scopes, dryRun, (scope, count) -> out.println(scope + ": " + count + " renditions" + done));
            out.println("total: " + removed + " renditions" + done + "; distributions told: "
                    + (dryRun ? 0 : settings.changes().distributions().size()));
        }
    }

    static RequestedPurge purge(Settings settings, S3Client s3, CdnInvalidator cdn, Meters meters) {
        return new RequestedPurge(
                new StoredRenditions(s3, settings.buckets().renditions()),
                Stores.mezzanines(settings, s3),
                settings.keys().grammar(),
                cdn,
                meters);
    }

    static CdnInvalidator invalidator(Settings settings) {
        return CdnInvalidator.connect(
                settings.s3(),
                settings.changes().distributions(),
                settings.changes().invalidateBy());
    }
}
