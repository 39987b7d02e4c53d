package latent.kit;

import java.util.Map;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;

/** Rendition keys under the default rules: the safe alphabet, sides up to 4,096 pixels, no presets, no signatures. */
public final class TestKeys {
    public static final KeyRules RULES = new KeyRules(Alphabet.SAFE, KeyRules.DEFAULT_MAX_SIDE, Map.of());
    public static final KeyGrammar GRAMMAR = new KeyGrammar(RULES);

    private TestKeys() {}

    public static RenditionKey key(String text) {
        return GRAMMAR.parse(text);
    }
}
