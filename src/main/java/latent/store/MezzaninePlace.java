package latent.store;

import latent.key.OriginalKey;

/**
 * Where mezzanines lie: one picture of middle size for each original, from which small renditions are made. Their names end as no original's and no
 * rendition's may, so that no key leads to one, whatever else lies in the bucket.
 *
 * @param prefix what their names begin with: a folder, or empty
 */
public record MezzaninePlace(String bucket, String prefix) {
    private static final String ENDING = ".mezzanine";

    /** The name of an original's: {@code mezzanine/widgets/myimage.jpg.mezzanine}. */
    public String name(OriginalKey original) {
        return prefix + original.value() + ENDING;
    }

    /** What the names begin with of those whose originals' keys begin so. */
    String beginning(String prefixOfOriginals) {
        return prefix + prefixOfOriginals;
    }

    static boolean isName(String name) {
        return name.endsWith(ENDING);
    }
}
