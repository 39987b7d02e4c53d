package latent.warm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.RenditionWarmer;
import latent.plan.PlannedFamily;
import latent.purge.CdnInvalidator;
import latent.purge.Purge;
import latent.purge.PurgeResult;
import latent.store.StoredRenditions;
import latent.warm.WarmReceipt.Outcome;

/**
 * Makes the planned renditions of one original, which is fetched once for all of them. Stored renditions are left alone. Stale ones are removed and
 * invalidated at the CDN first, as after a message of S3. Thread-safe.
 */
public final class FamilyWarmer {
    private final KeyGrammar grammar;
    private final Ladder ladder;
    private final StoredRenditions stored;
    private final RenditionWarmer warmer;
    private final Purge purge;
    private final CdnInvalidator cdn;
    private final LongSupplier nanoTime;

    public FamilyWarmer(
            KeyGrammar grammar,
            Ladder ladder,
            StoredRenditions stored,
            RenditionWarmer warmer,
            Purge purge,
            CdnInvalidator cdn,
            LongSupplier nanoTime) {
        this.grammar = grammar;
        this.ladder = ladder;
        this.stored = stored;
        this.warmer = warmer;
        this.purge = purge;
        this.cdn = cdn;
        this.nanoTime = nanoTime;
    }

    /**
     * Makes the renditions of a family. Throws nothing: failures are in the receipts.
     *
     * @param goOn false as soon as no further rendition is to be begun
     * @return a receipt for each rendition that was looked at
     */
    public List<WarmReceipt> warm(PlannedFamily family, BooleanSupplier goOn) {
        Optional<OriginalKey> original = grammar.original(family.original());
        if (original.isEmpty()) {
            return all(family, Outcome.REFUSED, "No rendition can be named of this original here.");
        }
        Set<String> keys = new LinkedHashSet<>(family.keys());
        if (family.stale()) {
            try {
                keys.addAll(purged(original.get()));
            } catch (RuntimeException e) {
                return all(family, Outcome.FAILED, e.toString());
            }
        }
        FamilyRun run = new FamilyRun(original.get(), goOn, nanoTime);
        List<RenditionKey> missing =
                run.lookUp(keys, this::parsed, key -> stored.source(key.value()).isPresent());
        if (!missing.isEmpty() && goOn.getAsBoolean()) {
            run.make(missing, warmer);
        }
        return run.receipts();
    }

    private RenditionKey parsed(String key) {
        RenditionKey parsed = grammar.parse(key);
        ladder.check(parsed);
        return parsed;
    }

    /** Renditions that were removed were in use, so they are wanted again. */
    private List<String> purged(OriginalKey original) {
        PurgeResult result = purge.purge(original);
        if (result.removed() > 0) {
            cdn.invalidate(Set.of(original));
        }
        return result.wanted().stream().map(RenditionKey::value).toList();
    }

    private static List<WarmReceipt> all(PlannedFamily family, Outcome outcome, String detail) {
        return family.keys().stream()
                .map(key -> new WarmReceipt(family.original(), key, outcome, 0, 0, detail))
                .toList();
    }
}
