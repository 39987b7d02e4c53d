package latent.purge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.metrics.Meters;
import latent.store.Mezzanines;
import latent.store.OriginalStore;
import latent.store.RenditionSource;
import latent.store.StoredRenditions;

/**
 * Removes the renditions of an original that were made from another version than there is now, and its mezzanine; all of them when the original is gone. It compares
 * what is stored and does not depend on the content of a message, so it may run late, twice, or in two processes at once. Thread-safe.
 */
public final class Purge {
    /** Limit on the renditions to be made again; others are made on request. */
    private static final int MAX_WANTED = 1000;

    private final OriginalStore originals;
    private final StoredRenditions stored;
    private final Optional<Mezzanines> mezzanines;
    private final RenditionsOfOriginal renditions;
    private final Meters meters;

    public Purge(
            OriginalStore originals,
            StoredRenditions stored,
            Optional<Mezzanines> mezzanines,
            KeyGrammar grammar,
            Meters meters) {
        this.originals = originals;
        this.stored = stored;
        this.mezzanines = mezzanines;
        this.renditions = new RenditionsOfOriginal(stored, grammar);
        this.meters = meters;
    }

    /** Purges one original. May be run again after an exception. */
    public PurgeResult purge(OriginalKey original) {
        Optional<String> version = originals.version(original);
        List<RenditionKey> wanted = new ArrayList<>();
        int removed = renditions
                .candidates(original)
                .filter(key -> stale(key, original, version))
                .gather(Gatherers.windowFixed(StoredRenditions.MAX_DELETED_AT_ONCE))
                .mapToInt(keys -> remove(keys, wanted))
                .sum();
        mezzanines.ifPresent(all -> all.removeOutdated(original, version));
        return new PurgeResult(original, version.isPresent(), removed, version.isPresent() ? wanted : List.of());
    }

    /**
     * Whether what lies under this key is a rendition of this original and of no use any more. {@code a_600_400_1_1.jpg} begins as those of
     * {@code a.jpg} do and is one of {@code a_600_400.jpg}: the grammar tells. A key that is none by today's rules may have been one by those of
     * another day: its object tells.
     */
    private boolean stale(String key, OriginalKey original, Optional<String> version) {
        Optional<OriginalKey> named = renditions.named(key);
        boolean ours = named.filter(original::equals).isPresent();
        if (named.isPresent() && (!ours || version.isEmpty())) {
            return ours;
        }
        return stored.source(key)
                .filter(source -> ours || source.isOf(original))
                .filter(source -> version.isEmpty() || madeFromAnother(source, version.get()))
                .isPresent();
    }

    /** An object without the ETag of its original was not stored by us, and stays for as long as there is an original. */
    private static boolean madeFromAnother(RenditionSource source, String version) {
        return source.sourceETag().filter(eTag -> !eTag.equals(version)).isPresent();
    }

    private int remove(List<String> keys, List<RenditionKey> wanted) {
        stored.delete(keys);
        meters.purged(keys.size());
        keys.stream()
                .flatMap(key -> renditions.parsed(key).stream())
                .limit(MAX_WANTED - wanted.size())
                .forEach(wanted::add);
        return keys.size();
    }
}
