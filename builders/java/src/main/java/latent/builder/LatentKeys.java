package latent.builder;

import java.util.List;
import java.util.Map;
import latent.image.FormatNames;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.key.Signing;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Rendition keys of one deployment, written and read with the server's own grammar. Immutable, and for any number of threads.
 *
 * @param rules    what the deployment allows: its settings {@code keys.alphabet}, {@code keys.max-side} and {@code keys.presets}
 * @param spelling the style of keys that have a size
 * @param signing  with the first of {@code keys.signing-secrets}, where keys are signed
 */
public record LatentKeys(KeyRules rules, Spelling spelling, Signing signing) {
    /** For a deployment in which nobody has set anything else. */
    public static final LatentKeys DEFAULT = new LatentKeys(
            new KeyRules(Alphabet.SAFE, KeyRules.DEFAULT_MAX_SIDE, Map.of()), new Spelling.Underscore(), Signing.OFF);

    /** The same by other rules. */
    public LatentKeys withRules(KeyRules others) {
        return new LatentKeys(others, spelling, signing);
    }

    /** The same with sizes like {@code photo-600x400.jpg}. */
    public LatentKeys inDashStyle() {
        return new LatentKeys(rules, new Spelling.Dash(), signing);
    }

    /**
     * The same with signatures.
     *
     * @throws IllegalArgumentException when the secret is shorter than the server allows
     */
    public LatentKeys signedWith(String secret) {
        return new LatentKeys(rules, spelling, new Signing(List.of(secret)));
    }

    /**
     * The key of one rendition, signed where keys are.
     *
     * @param original the original's key, {@code widgets/myimage.jpg}
     * @throws Refusal with the server's sentence, when the server would refuse it
     */
    public String key(String original, RenditionSpec spec) {
        String unsigned = spec.preset().map(name -> named(original, name, spec)).orElseGet(() -> sized(original, spec));
        return new KeyGrammar(rules, signing).sign(unsigned).value();
    }

    /**
     * What a key says.
     *
     * @param key the decoded path of a URL without its leading slash
     * @throws Refusal when it is none, or not signed where keys are
     */
    public RenditionKey parse(String key) {
        return new KeyGrammar(rules, signing).parse(key);
    }

    /** The format that an original's extension announces. */
    static ImageFormat formatOf(String original) {
        int dot = original.lastIndexOf('.');
        String extension = dot > original.lastIndexOf('/') ? original.substring(dot + 1) : "";
        return ImageFormat.ofOriginalExtension(extension)
                .orElseThrow(() -> new Refusal(Reason.NOT_A_RENDITION, FormatNames.noneIsCalled(extension)));
    }

    private String sized(String original, RenditionSpec spec) {
        Transformation asked = new Transformation(
                new RequestedSize(spec.width(), spec.height()),
                spec.options(),
                spec.format().orElseGet(() -> formatOf(original)));
        KeyGrammar grammar = new KeyGrammar(rules);
        String key = grammar.spell(new OriginalKey(original), spelling, asked).value();
        RenditionKey read = grammar.parse(key);
        // A value that no token has, as a blur of 501, or a name that ends like an option, says something else than was
        // asked for.
        if (!read.original().value().equals(original) || !read.transformation().equals(asked)) {
            throw new Refusal(Reason.MALFORMED_KEY, key + " does not say what was asked for.");
        }
        return key;
    }

    private String named(String original, String preset, RenditionSpec spec) {
        ImageFormat own = formatOf(original);
        int dot = original.lastIndexOf('.');
        String stem = dot < 0 ? "" : original.substring(0, dot);
        String format = spec.format()
                .filter(other -> other != own)
                .map(other -> "." + other.extension())
                .orElse("");
        return stem + "_p-" + preset + "." + original.substring(dot + 1) + format;
    }
}
