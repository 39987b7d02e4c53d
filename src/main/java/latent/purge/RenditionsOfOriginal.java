package latent.purge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.refusal.Refusal;
import latent.store.StoredRenditions;

/** Finds stored renditions, and the original of each: by key, or by metadata when a key is invalid by today's rules. */
final class RenditionsOfOriginal {
    /** What follows the name of the original in a key, by style: {@code a_600_400.jpg} and {@code a-600x400.jpg}. */
    private static final List<String> STYLES = List.of("_", "-");

    private final StoredRenditions stored;
    private final KeyGrammar grammar;

    RenditionsOfOriginal(StoredRenditions stored, KeyGrammar grammar) {
        this.stored = stored;
        this.grammar = grammar;
    }

    /** Keys that begin as the renditions of this original do. Renditions of other originals may be among them. */
    Stream<String> candidates(OriginalKey original) {
        return STYLES.stream().flatMap(style -> stored.keys(original.stem() + style));
    }

    /**
     * Whether a candidate is a rendition of this original. {@code a_600_400_1_1.jpg} begins as those of {@code a.jpg} do and is one of
     * {@code a_600_400.jpg}.
     */
    boolean isOf(String key, OriginalKey original) {
        return named(key)
                .map(original::equals)
                .orElseGet(() -> stored.source(key)
                        .filter(source -> source.isOf(original))
                        .isPresent());
    }

    /** Whether this object is a rendition of any original, and not a file that somebody else has put on the website. */
    boolean isRendition(String key) {
        return named(key).isPresent()
                || stored.source(key)
                        .filter(source -> source.cacheTag().isPresent())
                        .isPresent();
    }

    /** The original of this key; empty when the key is invalid by today's rules. */
    Optional<OriginalKey> named(String key) {
        return parsed(key).map(RenditionKey::original);
    }

    Optional<RenditionKey> parsed(String key) {
        try {
            return Optional.of(grammar.parse(key));
        } catch (Refusal notByTodaysRules) {
            return Optional.empty();
        }
    }
}
