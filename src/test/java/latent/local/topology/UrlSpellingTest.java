package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.key.RenditionKey;
import latent.kit.UnicodeNames;
import latent.purge.CdnInvalidator;
import org.junit.jupiter.api.Test;

/**
 * One key has one URL: the function at the edge spells it in JavaScript, so it is in CloudFront's cache; {@link PercentEncoding} and the
 * invalidations, in Java, spell it the same. CloudFront compares an invalidation with that letter by letter.
 */
class UrlSpellingTest {
    /** RFC 1738, 2.2, and a second star: CloudFront takes no invalidation path with one of them. */
    private static final Pattern NOT_IN_AN_INVALIDATION =
            Pattern.compile("[^!-~]|[<>\"#{}|\\\\^~\\[\\]`?]|%(?![0-9A-F]{2})|\\*.");

    @Test
    void edge_processor_and_invalidations_spell_every_printable_character_alike() {
        assertAlike(Alphabet.SAFE, printable(), 70);
        assertAlike(Alphabet.UNICODE, printable(), 93);
    }

    @Test
    void they_spell_names_outside_of_ascii_alike() {
        assertAlike(Alphabet.UNICODE, UnicodeNames.OF_PEOPLE, UnicodeNames.OF_PEOPLE.size());
        assertAlike(Alphabet.UNICODE, UnicodeNames.oneOfEachKind(20261127), 600);
    }

    /** The whole of printable ASCII but the slash, a name for each. */
    private static List<String> printable() {
        return IntStream.rangeClosed(' ', '~')
                .filter(character -> character != '/')
                .mapToObj(Character::toString)
                .flatMap(character -> Stream.of("a" + character + "b", character + "dir/" + character + character))
                .toList();
    }

    private static void assertAlike(Alphabet alphabet, List<String> names, int atLeast) {
        KeyGrammar grammar = new KeyGrammar(new KeyRules(alphabet, 4096, EdgeFunction.RULES.presets()));
        int compared = 0;
        try (EdgeFunction edge = EdgeFunction.of(alphabet)) {
            for (String name : names) {
                String path = name + "_60_40.jpg";
                if (EdgeFunction.refusal(grammar, path).isPresent()) {
                    continue;
                }
                RenditionKey key = grammar.parse(path);
                String url = edge.ask(path, "").orElseThrow();
                assertThat(PercentEncoding.ofPath(path)).isEqualTo(url);
                String invalidation = CdnInvalidator.path(key.original());
                assertThat(invalidation)
                        .doesNotContainPattern(NOT_IN_AN_INVALIDATION)
                        .endsWith("*");
                assertThat("/" + url).startsWith(invalidation.substring(0, invalidation.length() - 1));
                compared++;
            }
        }
        assertThat(compared).as("names compared, or this shows nothing").isGreaterThanOrEqualTo(atLeast);
    }
}
