package latent.key;

import static latent.refusal.Reason.MALFORMED_KEY;
import static latent.refusal.Reason.NOT_A_RENDITION;

import java.util.List;
import java.util.Optional;
import latent.image.FormatNames;
import latent.image.ImageFormat;
import latent.refusal.Refusal;

/**
 * The grammar of rendition keys. A key is the URL path and the S3 key in one, and everything is in it:
 *
 * <pre>
 * [dir/]name_W_H[_option]*.ext[.format]     widgets/myimage_600_400.jpg          underscore style
 * [dir/]name-WxH[_option]*.ext[.format]     chucknorris-200x200.jpg              dash style
 * [dir/]name_p-preset.ext[.format]          widgets/myimage_p-card.jpg.webp      named preset
 * </pre>
 *
 * <ul>
 *   <li>The original is {@code [dir/]name.ext}. The size is the last one in the name: {@code a_1_2_600_400.jpg} is made from {@code a_1_2.jpg}.
 *   <li>{@code W}, {@code H}: CSS pixels without leading zeros; one may be 0 and follows the aspect ratio.
 *   <li>{@code format} is the {@link ImageFormat#extension} of one {@link ImageFormat#ofRenditions of renditions}, and is left out where the original
 *       has it already.
 *   <li>Options, each at most once and in the order of {@link Option#kinds}, whose files say what each means; {@code docs/url-reference.md} is made
 *       of them. Last stands the signature, {@code s-0123456789abcdef0123456789abcdef} ({@link Signing}), where keys are signed, and there it must
 *       be; it is the only option that may follow a preset.
 * </ul>
 *
 * <p>One rendition has one spelling per style. Anything else is refused, never repaired: a second spelling would be a second object in S3.
 */
public final class KeyGrammar {
    private final KeyRules rules;
    private final Signing signing;
    private final SafePath safePath;

    /** The grammar of keys that are not signed. */
    public KeyGrammar(KeyRules rules) {
        this(rules, Signing.OFF);
    }

    public KeyGrammar(KeyRules rules, Signing signing) {
        this.rules = rules;
        this.signing = signing;
        this.safePath = new SafePath(rules.alphabet());
    }

    /**
     * Reads a key.
     *
     * @param path the decoded URL path without its leading slash
     * @throws Refusal when it is not a key in its one spelling, with a sentence that says what is wrong; when it is one, and not signed as it
     *     should be
     */
    public RenditionKey parse(String path) {
        safePath.check(path);
        FileName file = FileName.of(path);
        Signing.Stem stem = signing.split(file.stem());
        Suffix suffix = Suffix.of(stem.text(), rules).orElseThrow(() -> new Refusal(MALFORMED_KEY, whyNoSize(file)));
        Transformation transformation =
                new Transformation(suffix.box(), OptionTokens.once(suffix.options()), file.outputFormat());
        OriginalKey original = new OriginalKey(file.directory() + suffix.name() + "." + file.extension());
        Unsigned unsigned = unsigned(original, suffix.spelling(), transformation);
        if (!unsigned.with(stem.signature()).equals(path)) {
            throw new Refusal(
                    MALFORMED_KEY, "This rendition has one spelling: " + unsigned.with(Optional.empty()) + ".");
        }
        signing.check(stem.signature(), unsigned.text());
        return new RenditionKey(path, original, suffix.spelling(), transformation);
    }

    /** A name that does not end in a size may end in a size and an extension more than a key has. */
    private String whyNoSize(FileName file) {
        String stem = file.stem();
        int dot = stem.lastIndexOf('.');
        if (dot >= 0
                && Suffix.of(signing.split(stem.substring(0, dot)).text(), rules)
                        .isPresent()) {
            String between = stem.substring(dot + 1);
            if (ImageFormat.ofOriginalExtension(between).isEmpty()) {
                return FormatNames.noneIsCalled(between);
            }
            if (ImageFormat.ofExtension(file.extension()).isEmpty()) {
                return FormatNames.notOfRenditions(file.extension());
            }
        }
        return "A rendition's name ends in its size, like myimage_600_400.jpg or myimage-600x400.jpg.";
    }

    /**
     * Writes a key, signed where keys are; {@link #parse} reads it back to the same.
     *
     * @throws Refusal when the transformation is against the rules, the key comes out too long, or the original's name has no picture's
     *     extension
     */
    public RenditionKey spell(OriginalKey original, Spelling spelling, Transformation transformation) {
        Unsigned unsigned = unsigned(original, spelling, transformation);
        String value = unsigned.with(signing.sign(unsigned.text()));
        safePath.check(value);
        return new RenditionKey(value, original, spelling, transformation);
    }

    /**
     * A key that was written without its signature, with it; where keys are not signed it stays as it is.
     *
     * @throws Refusal when it is no key, or too long with its signature
     */
    public RenditionKey sign(String unsigned) {
        RenditionKey key = new KeyGrammar(rules).parse(unsigned);
        return spell(key.original(), key.spelling(), key.transformation());
    }

    /**
     * A key in the parts around its signature.
     *
     * @param extension with its dot
     * @param format    with its dot; empty where the original has it already
     */
    private record Unsigned(String stem, String extension, String format) {
        /** What is signed. */
        String text() {
            return stem + extension;
        }

        String with(Optional<String> signature) {
            return stem + signature.map(option -> "_" + option).orElse("") + extension + format;
        }
    }

    private Unsigned unsigned(OriginalKey original, Spelling spelling, Transformation transformation) {
        rules.check(transformation);
        int dot = original.value().lastIndexOf('.');
        String extension = original.value().substring(dot + 1);
        ImageFormat own = formatOf(original.value())
                .orElseThrow(() -> new Refusal(NOT_A_RENDITION, whyNoOriginal(original.value(), dot)));
        ImageFormat format = transformation.format();
        if (!format.equals(own) && !format.ofRenditions()) {
            throw new Refusal(MALFORMED_KEY, "No rendition is made as " + format.extension() + " of another format.");
        }
        return new Unsigned(
                original.value().substring(0, dot)
                        + Suffix.print(spelling, transformation.box(), options(spelling, transformation)),
                "." + extension,
                format.equals(own) ? "" : "." + format.extension());
    }

    /**
     * The original that is stored under an S3 key.
     *
     * @return empty when no rendition can be named of it: another kind of file, or a name that keys may not hold here
     */
    public Optional<OriginalKey> original(String key) {
        try {
            safePath.check(key);
        } catch (Refusal unnameable) {
            return Optional.empty();
        }
        return formatOf(key).map(format -> new OriginalKey(key));
    }

    /** By the extension; empty also where nothing stands before it, because a rendition's key begins with a name. */
    private static Optional<ImageFormat> formatOf(String original) {
        int dot = original.lastIndexOf('.');
        return dot > original.lastIndexOf('/') + 1
                ? ImageFormat.ofOriginalExtension(original.substring(dot + 1))
                : Optional.empty();
    }

    private static String whyNoOriginal(String original, int dot) {
        String extension = dot > original.lastIndexOf('/') ? original.substring(dot + 1) : "";
        return ImageFormat.ofOriginalExtension(extension).isPresent()
                ? "An original's key has a name before its extension."
                : FormatNames.noneIsCalled(extension);
    }

    private static List<String> options(Spelling spelling, Transformation transformation) {
        return spelling instanceof Spelling.Preset ? List.of() : transformation.tokens();
    }
}
