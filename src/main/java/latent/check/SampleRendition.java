package latent.check;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.key.Signing;
import latent.refusal.Refusal;

/** An original, and paths of renditions of it that nobody can have asked for. */
public final class SampleRendition {
    private static final KeyRules RULES = new KeyRules(Alphabet.UNICODE, KeyRules.DEFAULT_MAX_SIDE, Map.of());
    private static final int SMALLEST = 32;
    private static final int LARGEST = 800;

    private final String original;
    private final Optional<String> size;
    private final KeyGrammar grammar;
    private final RandomGenerator random;
    private final String stem;
    private final String ending;
    private final ImageFormat format;

    /**
     * A sample of a deployment.
     *
     * @param original key of an original that is there
     * @param size     {@code 600x400} where the deployment makes only the sizes of a ladder; then it is the colour of the background that
     *                 nobody has asked for
     * @param signing  as the deployment asks for it
     * @throws Refusal when this is no original's key, or no size
     */
    public SampleRendition(String original, Optional<String> size, Signing signing, RandomGenerator random) {
        this.original = original;
        this.size = size.map(text -> text.replace('x', '_'));
        this.grammar = new KeyGrammar(RULES, signing);
        this.random = random;
        int dot = Math.max(original.lastIndexOf('.'), 0);
        this.stem = original.substring(0, dot);
        String extension = original.substring(dot);
        ImageFormat own = ImageFormat.ofOriginalExtension(extension.replaceFirst("^\\.", ""))
                .orElse(ImageFormat.JPEG);
        // a client that asks for nothing special is not sent what only some can show
        boolean safe = own == ImageFormat.JPEG || own == ImageFormat.PNG || own == ImageFormat.GIF;
        this.ending = safe ? extension : extension + ".jpg";
        this.format = safe ? own : ImageFormat.JPEG;
        // refuses what is no original's key
        fresh();
    }

    /** Key of the original. */
    String originalKey() {
        return original;
    }

    /** A rendition never seen, as a path with its slash. */
    String fresh() {
        return signed(stem + transformation() + ending);
    }

    /** A rendition of an original that is not there. */
    String missing() {
        return signed(stem + "-missing" + random.nextInt(1 << 30) + transformation() + ending);
    }

    /** No rendition key: its width has a leading zero. */
    String malformed() {
        return "/" + PercentEncoding.ofPath(stem) + "_0" + random.nextInt(SMALLEST, LARGEST) + "_400"
                + PercentEncoding.ofPath(ending);
    }

    /** The original itself. */
    String originalPath() {
        return "/" + PercentEncoding.ofPath(original);
    }

    /** The format that a client gets that accepts no modern one. */
    String mediaType() {
        return format.mediaType();
    }

    private String signed(String key) {
        return "/" + PercentEncoding.ofPath(grammar.sign(key).value());
    }

    private String transformation() {
        return size.map(box -> "_" + box + "_bg-" + "%06x".formatted(random.nextInt(0xfffffe)))
                .orElseGet(() -> "_" + side() + "_" + side());
    }

    private int side() {
        return random.nextInt(SMALLEST, LARGEST);
    }
}
