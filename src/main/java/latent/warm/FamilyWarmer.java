package latent.warm;

import java.util.ArrayList;
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
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.StoredRenditions;
import latent.warm.WarmReceipt.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is planned of one original, which is fetched once for all of it. What is there is left alone; what is outdated is removed and
 * forgotten by the edges first, as when S3 tells of the change. Thread-safe.
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
     * Makes them, and throws nothing: what goes wrong is in the receipts.
     *
     * @param goOn false as soon as nothing more is to be begun
     * @return one for each rendition that was looked at
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
        List<WarmReceipt> receipts = new ArrayList<>();
        try (RenditionWarmer.Family made = warmer.family(original.get())) {
            for (String key : keys) {
                if (!goOn.getAsBoolean()) {
                    break;
                }
                receipts.add(warm(original.get(), key, made, receipts));
            }
        }
        return receipts;
    }

    /** What was removed was in use, so it is wanted again. */
    private List<String> purged(OriginalKey original) {
        PurgeResult result = purge.purge(original);
        if (result.removed() > 0) {
            cdn.invalidate(Set.of(original));
        }
        return result.wanted().stream().map(RenditionKey::value).toList();
    }

    private WarmReceipt warm(OriginalKey original, String key, RenditionWarmer.Family made, List<WarmReceipt> before) {
        // an S3 that does not answer would cost half a minute for each of them
        if (before.stream().anyMatch(receipt -> receipt.outcome() == Outcome.FAILED)) {
            return receipt(original, key, Outcome.FAILED, 0, 0, "Not tried after the failure before it.");
        }
        long start = nanoTime.getAsLong();
        try {
            RenditionKey parsed = grammar.parse(key);
            if (!parsed.original().equals(original)) {
                throw new Refusal(Reason.NOT_A_RENDITION, "This is no rendition of " + original + ".");
            }
            ladder.check(parsed);
            if (stored.source(key).isPresent()) {
                return receipt(original, key, Outcome.THERE, 0, start, "");
            }
            RenditionWarmer.Warmed warmed = made.warm(parsed);
            return receipt(original, key, outcome(warmed), warmed.bytes(), start, "");
        } catch (Refusal refusal) {
            Outcome outcome = refusal.reason() == Reason.NO_ROOM ? Outcome.FAILED : Outcome.REFUSED;
            return receipt(original, key, outcome, 0, start, refusal.getMessage());
        } catch (RuntimeException e) {
            return receipt(original, key, Outcome.FAILED, 0, start, e.toString());
        }
    }

    private static Outcome outcome(RenditionWarmer.Warmed warmed) {
        return switch (warmed.result()) {
            case MADE -> Outcome.MADE;
            case THERE -> Outcome.THERE;
            case OUTDATED -> Outcome.OUTDATED;
        };
    }

    private WarmReceipt receipt(
            OriginalKey original, String key, Outcome outcome, long bytes, long start, @Nullable String detail) {
        long millis = start == 0 ? 0 : (nanoTime.getAsLong() - start) / 1_000_000;
        return new WarmReceipt(original.value(), key, outcome, bytes, millis, detail == null ? "" : detail);
    }

    private static List<WarmReceipt> all(PlannedFamily family, Outcome outcome, String detail) {
        return family.keys().stream()
                .map(key -> new WarmReceipt(family.original(), key, outcome, 0, 0, detail))
                .toList();
    }
}
