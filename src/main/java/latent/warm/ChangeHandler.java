package latent.warm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.RenditionWarmer;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import latent.purge.CdnInvalidator;
import latent.purge.Purge;
import latent.purge.PurgeResult;
import latent.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles changed originals: removes all their outdated renditions, invalidates them at the CDN in one request, and makes again what was removed,
 * because it was in use. Writes one log line for each original. Thread-safe.
 */
public final class ChangeHandler {
    private static final Logger LOG = LoggerFactory.getLogger("latent.changed");

    private final RepeatedWarning failures = new RepeatedWarning(LOG);
    private final Purge purge;
    private final CdnInvalidator cdn;
    private final Ladder ladder;
    private final RenditionWarmer warmer;
    private final Meters meters;

    public ChangeHandler(Purge purge, CdnInvalidator cdn, Ladder ladder, RenditionWarmer warmer, Meters meters) {
        this.purge = purge;
        this.cdn = cdn;
        this.ladder = ladder;
        this.warmer = warmer;
        this.meters = meters;
    }

    /**
     * Handles changed originals.
     *
     * @param again those that another process has begun and not finished: the CDN may still have what it removed from S3
     * @param goOn  false as soon as nothing more is to be rendered; what is missing then is made on request
     * @return the originals that are done; the others failed and may be tried again
     */
    Set<OriginalKey> workOff(Set<OriginalKey> originals, Set<OriginalKey> again, BooleanSupplier goOn) {
        List<PurgeResult> purged = originals.stream()
                .flatMap(original -> tried(original, () -> purge.purge(original)).stream())
                .toList();
        return forgotten(purged, again).stream()
                .flatMap(its -> tried(its.original(), () -> warm(its, goOn)).stream())
                .map(PurgeResult::original)
                .collect(Collectors.toSet());
    }

    /** Invalidates the CDN; returns the originals for which that did not fail. */
    private List<PurgeResult> forgotten(List<PurgeResult> purged, Set<OriginalKey> again) {
        Set<OriginalKey> stale = purged.stream()
                .filter(its -> its.removed() > 0 || again.contains(its.original()))
                .map(PurgeResult::original)
                .collect(Collectors.toSet());
        try {
            cdn.invalidate(stale);
            return purged;
        } catch (RuntimeException e) {
            stale.forEach(original -> failed(original, e));
            return purged.stream()
                    .filter(its -> !stale.contains(its.original()))
                    .toList();
        }
    }

    private PurgeResult warm(PurgeResult purged, BooleanSupplier goOn) {
        int made = 0;
        List<RenditionKey> wanted =
                purged.wanted().stream().sorted(FamilyRun.BY_SIZE).toList();
        try (RenditionWarmer.Family family = warmer.family(purged.original())) {
            begin(family, wanted);
            for (RenditionKey key : wanted) {
                if (goOn.getAsBoolean() && warm(key)) {
                    made++;
                }
            }
        }
        LOG.info(
                "original={} outcome={} purged={} made={}",
                purged.original(),
                purged.outcome(),
                purged.removed(),
                made);
        meters.changed(purged.outcome());
        return purged;
    }

    /**
     * Opens the original once for all renditions, so that pixels decoded for one serve the next. When it is missing, each rendition is refused by
     * itself.
     */
    private static void begin(RenditionWarmer.Family family, List<RenditionKey> wanted) {
        try {
            if (!wanted.isEmpty()) {
                family.begin();
            }
        } catch (Refusal refusal) {
            LOG.debug("no original: {}", refusal.reason());
        }
    }

    private boolean warm(RenditionKey key) {
        try {
            ladder.check(key);
            boolean made = warmer.make(key);
            meters.warmed(made ? "made" : "not-needed");
            return made;
        } catch (Refusal refusal) {
            LOG.info("rendition={} refused={}", key, refusal.reason());
            meters.warmed("refused");
            return false;
        }
    }

    /** One original's failure does not stop the work on the others. */
    private <T> Optional<T> tried(OriginalKey original, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RuntimeException e) {
            failed(original, e);
            return Optional.empty();
        }
    }

    private void failed(OriginalKey original, RuntimeException failure) {
        failures.add("original=" + original + " outcome=failed, to be tried again: " + failure);
        meters.changed("failed");
    }
}
