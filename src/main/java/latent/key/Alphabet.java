package latent.key;

/** The characters that the original's part of a key may hold. */
public enum Alphabet {
    /**
     * Letters, digits and {@code ._/-!*'()}, the characters that the S3 user guide calls safe. Every S3 implementation writes these into a Location
     * unchanged.
     */
    SAFE {
        @Override
        boolean holds(int codePoint) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || "._/-!*'()".indexOf(codePoint) >= 0;
        }
    },
    /**
     * Letters, marks, numbers, punctuation, symbols and spaces of all scripts, as Unicode has them, and the joiners between the parts of emoji and of
     * letters. Exact code points, never normalised: in S3 each is another key. No control, no half of a pair, no mark that turns the direction of
     * writing or is not seen at all, and no backslash, which some take for a slash.
     */
    UNICODE {
        @Override
        boolean holds(int codePoint) {
            return codePoint != '\\' && (isJoiner(codePoint) || isShown(codePoint));
        }
    };

    abstract boolean holds(int codePoint);

    private static boolean isJoiner(int codePoint) {
        // zero width (non-)joiner; tags, of which flags of regions are made
        return codePoint == 0x200c || codePoint == 0x200d || (codePoint >= 0xe0020 && codePoint <= 0xe007f);
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
