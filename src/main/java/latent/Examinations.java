package latent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import latent.audit.AuditCandidate;
import latent.audit.AuditDepth;
import latent.audit.AuditedRendition;
import latent.audit.PictureExamination;
import latent.audit.RenditionExamination;
import latent.audit.RenditionExpiry;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.purge.CdnInvalidator;
import latent.render.Engine;
import latent.render.header.HeaderGate;
import latent.spark.ExaminationSource;
import latent.store.OriginalStore;
import latent.store.RenditionInspection;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the objects that examine renditions in a task of Spark; closes them in reverse order. */
public final class Examinations implements ExaminationSource.OpenExamination {
    /** Opens an examination in a task. */
    public static final ExaminationSource SOURCE = Examinations::open;

    private final Closer opened;
    private final RenditionExamination examination;
    private final RenditionExpiry expiry;
    private final RenditionInspection renditions;
    private final Settings settings;

    private Examinations(
            Closer opened,
            Settings settings,
            RenditionExamination examination,
            RenditionExpiry expiry,
            RenditionInspection renditions) {
        this.opened = opened;
        this.settings = settings;
        this.examination = examination;
        this.expiry = expiry;
        this.renditions = renditions;
    }

    private static ExaminationSource.OpenExamination open(Settings settings, AuditDepth depth) {
        return Closer.opening(opened -> {
            S3Client s3 = settings.s3().connect();
            opened.add(s3::close);
            OriginalStore originals = Stores.originals(settings, s3, new Meters(), opened);
            RenditionInspection renditions =
                    new RenditionInspection(s3, settings.buckets().renditions());
            KeyGrammar grammar = settings.keys().grammar();
            return new Examinations(
                    opened,
                    settings,
                    new RenditionExamination(grammar, originals, renditions, depth, pictures(settings, depth, opened)),
                    new RenditionExpiry(grammar, originals, renditions),
                    renditions);
        });
    }

    private static Optional<PictureExamination> pictures(Settings settings, AuditDepth depth, Closer opened) {
        if (depth != AuditDepth.BYTES) {
            return Optional.empty();
        }
        Engine engine = EngineFactory.open(settings.render(), new Meters());
        opened.add(engine::close);
        return Optional.of(new PictureExamination(
                new HeaderGate(settings.buckets().limits()),
                engine,
                settings.keys().grammar().sign("x_16_16.jpg").transformation()));
    }

    @Override
    public AuditedRendition examine(AuditCandidate candidate) {
        return examination.examine(candidate);
    }

    @Override
    public boolean remove(String key, String eTag) {
        return renditions.remove(key, eTag);
    }

    @Override
    public boolean expire(String key, String original, Instant since) {
        return expiry.expire(key, original, since);
    }

    @Override
    public void invalidate(Collection<String> originals) {
        KeyGrammar grammar = settings.keys().grammar();
        List<OriginalKey> keys = originals.stream()
                .flatMap(key -> grammar.original(key).stream())
                .toList();
        // opened when it is of use, which for most tasks it never is
        try (CdnInvalidator cdn = PurgeRun.invalidator(settings)) {
            cdn.invalidate(keys);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
