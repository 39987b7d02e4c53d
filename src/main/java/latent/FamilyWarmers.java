package latent;

import java.util.List;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.lazy.OriginalVersions;
import latent.lazy.RenditionWarmer;
import latent.metrics.Meters;
import latent.plan.PlannedFamily;
import latent.purge.CdnInvalidator;
import latent.purge.Purge;
import latent.render.Engine;
import latent.spark.WarmerSource;
import latent.store.StoredRenditions;
import latent.warm.FamilyWarmer;
import latent.warm.WarmReceipt;

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
            Stores stores = Stores.open(settings, meters, opened);
            OriginalVersions versions = new OriginalVersions(stores.originals(), System::nanoTime);
            CdnInvalidator cdn = CdnInvalidator.connect(
                    settings.s3(),
                    settings.changes().distributions(),
                    settings.changes().invalidateBy());
            opened.add(cdn::close);
            Engine engine = EngineFactory.open(settings.render(), meters);
            opened.add(engine::close);
            KeyGrammar grammar = settings.keys().grammar();
            StoredRenditions stored =
                    new StoredRenditions(stores.s3(), settings.buckets().renditions());
            RenditionWarmer warmer = new RenditionWarmer(
                    Service.renderer(settings, stores.originals(), versions, engine, meters),
                    versions,
                    stores.renditions(),
                    System::nanoTime,
                    meters);
            return new FamilyWarmers(
                    opened,
                    new FamilyWarmer(
                            grammar,
                            settings.keys().ladder(),
                            stored,
                            warmer,
                            new Purge(stores.originals(), stored, grammar, meters),
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
