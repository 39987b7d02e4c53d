package latent;

import java.util.List;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.lazy.RenditionWarmer;
import latent.metrics.Meters;
import latent.plan.PlannedFamily;
import latent.purge.CdnInvalidator;
import latent.purge.Purge;
import latent.render.Engine;
import latent.spark.WarmerSource;
import latent.store.HeldOriginals;
import latent.store.RenditionStore;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import latent.store.StoredRenditions;
import latent.warm.FamilyWarmer;
import latent.warm.WarmReceipt;
import software.amazon.awssdk.services.s3.S3Client;

/** What makes the renditions of a plan in a task of Spark: every object made with {@code new}, closed in the opposite order. */
public final class FamilyWarmers implements WarmerSource.Warmer {
    /** Opens one. */
    public static final WarmerSource SOURCE = FamilyWarmers::open;

    private final Closer opened;
    private final FamilyWarmer warmer;

    private FamilyWarmers(Closer opened, FamilyWarmer warmer) {
        this.opened = opened;
        this.warmer = warmer;
    }

    private static WarmerSource.Warmer open(Settings settings) {
        return Closer.opening(opened -> {
            Meters meters = new Meters();
            S3Client s3 = settings.s3().connect(meters);
            opened.add(s3::close);
            Settings.Buckets buckets = settings.buckets();
            HeldOriginals originals = new HeldOriginals(new S3Originals(s3, buckets.originals(), buckets.listing()));
            RenditionStore renditions = new S3Renditions(s3, buckets.renditions(), buckets.listing());
            CdnInvalidator cdn = CdnInvalidator.connect(
                    settings.s3(),
                    settings.changes().distributions(),
                    settings.changes().invalidateBy());
            opened.add(cdn::close);
            Engine engine = EngineFactory.open(settings.render(), meters);
            opened.add(engine::close);
            KeyGrammar grammar = settings.keys().grammar();
            StoredRenditions stored = new StoredRenditions(s3, buckets.renditions());
            RenditionWarmer warmer = new RenditionWarmer(
                    Service.renderer(settings, originals, engine, meters), originals, renditions, System::nanoTime);
            return new FamilyWarmers(
                    opened,
                    new FamilyWarmer(
                            grammar,
                            settings.keys().ladder(),
                            originals,
                            stored,
                            warmer,
                            new Purge(originals, stored, grammar, meters),
                            cdn,
                            System::nanoTime));
        });
    }

    @Override
    public List<WarmReceipt> warm(PlannedFamily family) {
        return warmer.warm(family, () -> true);
    }

    @Override
    public void close() {
        opened.close();
    }
}
