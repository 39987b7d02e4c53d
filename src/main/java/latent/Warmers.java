package latent;

import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.lazy.OriginalVersions;
import latent.lazy.RenditionWarmer;
import latent.metrics.Meters;
import latent.purge.CdnInvalidator;
import latent.purge.Purge;
import latent.render.Engine;
import latent.store.StoredRenditions;
import latent.warm.BackgroundPriority;
import latent.warm.FamilyWarmer;

/**
 * The objects that make and purge renditions before anyone asks, shared by warm workers and tasks of Spark.
 *
 * @param families makes the planned renditions of one original
 */
record Warmers(Engine engine, CdnInvalidator cdn, Purge purge, RenditionWarmer warmer, FamilyWarmer families) {
    /** Connects to S3 and CloudFront, and starts the engine; {@code opened} closes them. */
    static Warmers open(Settings settings, Meters meters, Closer opened) {
        Stores stores = Stores.open(settings, meters, opened);
        StoredRenditions stored =
                new StoredRenditions(stores.s3(), settings.buckets().renditions());
        CdnInvalidator cdn = PurgeRun.invalidator(settings);
        opened.add(cdn::close);
        Engine engine = BackgroundPriority.of(() -> EngineFactory.open(settings.render(), meters));
        opened.add(engine::close);
        OriginalVersions versions = new OriginalVersions(stores.originals(), System::nanoTime);
        RenditionWarmer warmer = new RenditionWarmer(
                Service.renderer(settings, stores, versions, engine, meters),
                versions,
                stores.renditions(),
                settings.render().threads(),
                System::nanoTime,
                meters);
        KeyGrammar grammar = settings.keys().grammar();
        Purge purge = new Purge(stores.originals(), stored, stores.mezzanines(), grammar, meters);
        FamilyWarmer families =
                new FamilyWarmer(grammar, settings.keys().ladder(), stored, warmer, purge, cdn, System::nanoTime);
        return new Warmers(engine, cdn, purge, warmer, families);
    }
}
