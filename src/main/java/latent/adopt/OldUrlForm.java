package latent.adopt;

import java.util.regex.Pattern;

/**
 * How another service writes into a URL what it makes of an original: a pattern that tells the options from the original, and what the options mean. The
 * pattern also stands in the function for CloudFront, so it is one that Java and JavaScript read alike: numbered groups, no possessive quantifiers, no
 * flags.
 */
interface OldUrlForm {
    /** For people, in one word. */
    String name();

    /**
     * The whole of such a path as it stands in the URL, with its first slash. A query follows after {@code ?}, its parameters in the order of their names. Group 1 holds
     * the options, group 2 the original, and group 3, where there is one, a format beside the options.
     */
    Pattern pattern();

    /** Whether group 1 is the original and group 2 the options. */
    default boolean originalFirst() {
        return false;
    }

    /** Whether the original is written in base64, as RFC 4648 has it for URLs. */
    default boolean base64() {
        return false;
    }

    /**
     * What options mean.
     *
     * @param options groups 1 and 3, joined by {@code @}
     * @throws NotCovered when keys have no word for them
     */
    OldTransformation read(String options);
}
