package latent.audit;

import java.time.Instant;
import latent.key.KeyGrammar;
import latent.store.OriginalStore;
import latent.store.RenditionInspection;

/** Removes renditions that nobody asks for any more. Thread-safe. */
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
     * Removes a rendition, if it can be made again and nobody has stored it anew.
     *
     * @param since what was stored after that stays
     * @return false when it was, or is gone, or its original is, which an audit looks after
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
