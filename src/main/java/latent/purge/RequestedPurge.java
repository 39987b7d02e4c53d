package latent.purge;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import latent.key.KeyGrammar;
import latent.metrics.Meters;
import latent.store.Mezzanines;
import latent.store.StoredRenditions;

/**
 * Purges on request: removes all renditions of originals, in every style, size, format and preset, and their mezzanines, and then invalidates them in CloudFront. A
 * replicated website bucket passes the deletions on. A rendition that is gone already is no failure, and CloudFront is told again, so that an
 * interrupted purge is completed by running it again. Thread-safe.
 */
public final class RequestedPurge {
    private final StoredRenditions stored;
    private final Optional<Mezzanines> mezzanines;
    private final RenditionsOfOriginal renditions;
    private final CdnInvalidator cdn;
    private final Meters meters;

    public RequestedPurge(
            StoredRenditions stored,
            Optional<Mezzanines> mezzanines,
            KeyGrammar grammar,
            CdnInvalidator cdn,
            Meters meters) {
        this.stored = stored;
        this.mezzanines = mezzanines;
        this.renditions = new RenditionsOfOriginal(stored, grammar);
        this.cdn = cdn;
        this.meters = meters;
    }

    /**
     * Purges the scopes one after the other.
     *
     * @param dryRun   only count: nothing is removed or invalidated
     * @param progress gets the number of renditions removed in a scope, after each thousand and at the end
     * @return renditions removed, or with {@code dryRun} those that would be
     * @throws PurgeFailed when S3 or CloudFront fails; what was removed stays removed
     */
    public long run(List<PurgeScope> scopes, boolean dryRun, ObjLongConsumer<PurgeScope> progress) {
        return scopes.stream().mapToLong(scope -> run(scope, dryRun, progress)).sum();
    }

    private long run(PurgeScope scope, boolean dryRun, ObjLongConsumer<PurgeScope> progress) {
        long removed = 0;
        try {
            Iterator<List<String>> pages = pages(scope);
            while (pages.hasNext()) {
                List<String> keys = pages.next();
                if (!dryRun) {
                    stored.delete(keys);
                    meters.purged(keys.size());
                }
                removed += keys.size();
                if (keys.size() == StoredRenditions.MAX_DELETED_AT_ONCE) {
                    progress.accept(scope, removed);
                }
            }
            if (!dryRun) {
                mezzanines.ifPresent(all -> remove(all, scope));
                invalidate(scope);
            }
        } catch (RuntimeException failure) {
            throw new PurgeFailed(scope, removed, failure);
        }
        progress.accept(scope, removed);
        return removed;
    }

    private Iterator<List<String>> pages(PurgeScope scope) {
        return keys(scope)
                .gather(Gatherers.windowFixed(StoredRenditions.MAX_DELETED_AT_ONCE))
                .iterator();
    }

    private Stream<String> keys(PurgeScope scope) {
        return switch (scope) {
            case PurgeScope.OfOriginal its ->
                renditions.candidates(its.original()).filter(key -> renditions.isOf(key, its.original()));
            case PurgeScope.OfPrefix all -> stored.keys(all.prefix()).filter(renditions::isRendition);
        };
    }

    private static void remove(Mezzanines mezzanines, PurgeScope scope) {
        switch (scope) {
            case PurgeScope.OfOriginal its -> mezzanines.remove(its.original());
            case PurgeScope.OfPrefix all -> mezzanines.removeAll(all.prefix());
        }
    }

    private void invalidate(PurgeScope scope) {
        switch (scope) {
            case PurgeScope.OfOriginal its -> cdn.invalidate(List.of(its.original()));
            case PurgeScope.OfPrefix all -> cdn.invalidatePrefix(all.prefix());
        }
    }
}
