package latent.key;

/** The characters that the original's part of a key may hold. */
public enum Alphabet {
    /** Letters, digits and {@code ._/-!*'()}: what S3 calls safe. Every S3 implementation writes these into a Location unchanged. */
    SAFE {
        @Override
        boolean holds(int codePoint) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || "._/-!*'()".indexOf(codePoint) >= 0;
        }
    },
    /** Also spaces, the letters of all scripts and {@code &$@=;:+,~}; exact code points, never normalised. */
    UNICODE {
        @Override
        boolean holds(int codePoint) {
            return SAFE.holds(codePoint)
                    || " &$@=;:+,~".indexOf(codePoint) >= 0
                    || (codePoint > 0x7f && (Character.isLetterOrDigit(codePoint) || isMark(codePoint)));
        }
    };

    abstract boolean holds(int codePoint);

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
