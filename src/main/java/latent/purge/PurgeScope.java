package latent.purge;

import java.util.ArrayList;
import java.util.List;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;

/** What a requested purge removes. */
public sealed interface PurgeScope {
    /** All renditions of one original, whether it exists or not. */
    record OfOriginal(OriginalKey original) implements PurgeScope {
        @Override
        public String toString() {
            return original.value();
        }
    }

    /** All renditions whose keys begin with a prefix, which is never empty. */
    record OfPrefix(String prefix) implements PurgeScope {
        @Override
        public String toString() {
            return prefix + "*";
        }
    }

    /**
     * Parses scopes.
     *
     * @throws IllegalArgumentException when there are none, or one is no key of an original or an empty prefix; the message says which
     */
    static List<PurgeScope> of(KeyGrammar grammar, List<String> originals, List<String> prefixes) {
        List<PurgeScope> scopes = new ArrayList<>();
        for (String key : originals) {
            scopes.add(new OfOriginal(grammar.original(key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + key + "' is no key of an original; one looks like widgets/myimage.jpg."))));
        }
        for (String prefix : prefixes) {
            if (prefix.isEmpty() || prefix.startsWith("/")) {
                throw new IllegalArgumentException(
                        "'" + prefix + "' is no prefix of keys; one looks like widgets/ or widgets/my.");
            }
            scopes.add(new OfPrefix(prefix));
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("Nothing to purge: name keys of originals, or a prefix.");
        }
        return List.copyOf(scopes);
    }
}
