package latent.audit;

import java.time.Instant;
import latent.key.KeyGrammar;
import latent.store.OriginalStore;
import latent.store.RenditionInspection;

/** Removes unused renditions. Thread-safe. */
public final class RenditionExpiry {
    private final KeyGrammar grammar;
    private final OriginalStore originals;
    private final RenditionInspection renditions;

    public RenditionExpiry(KeyGrammar grammar, OriginalStore originals, RenditionInspection renditions) {
        this.grammar = grammar;
        this.originals = originals;
        this.renditions = renditions;
    }

    /**
     * Removes a rendition if its original exists and it was not stored again.
     *
     * @param since a rendition stored after this time stays
     * @return false when it was stored after that, or is gone, or its original is gone, which is for an audit to find
     */
    public boolean expire(String key, String original, Instant since) {
        return renditions
                .find(key)
                .filter(stored -> stored.modified().isBefore(since))
                .filter(stored ->
                        grammar.original(original).flatMap(originals::version).isPresent())
                .filter(stored -> renditions.remove(key, stored.eTag()))
                .isPresent();
    }
}
