package latent.local.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.PercentEncoding;
import latent.kit.HostileNames;
import latent.kit.UnicodeNames;
import latent.pictures.Corpus;
import org.junit.jupiter.api.Test;

/** The grammar at the edge, in JavaScript, against the processor's, in Java: a key that they read differently would have two answers under one URL. */
class EdgeAgreesTest {
    private static final int KEYS = 12_000;
    private static final KeyRules RULES = EdgeFunction.RULES;

    /** What the edge cannot know, or leaves to the processor: {@code terraform/functions/README.md} lists the same. */
    private static final List<String> LEFT_TO_THE_PROCESSOR = List.of(
            "There is no option ",
            "This rendition has one spelling: ",
            "No side of a rendition is longer ",
            "fill, pad and force need ",
            "Gravity needs fill;",
            "There is no preset ",
            "This key holds a character ");

    private final EdgeKeys random = new EdgeKeys(20261121);

    @Test
    void what_the_edge_lets_through_is_a_key_and_what_it_refuses_is_none() {
        assertAgreed(Alphabet.SAFE, random.many(KEYS), 300);
    }

    @Test
    void they_agree_on_hostile_names() {
        assertAgreedOnNames(Alphabet.SAFE, HostileNames.all(), 10);
    }

    @Test
    void they_agree_on_those_of_the_corpora() {
        assertAgreedOnNames(Alphabet.SAFE, Corpus.hostileNames(), 300);
    }

    @Test
    void in_unicode_too_they_agree_on_keys() {
        assertAgreed(Alphabet.UNICODE, random.many(KEYS), 300);
    }

    @Test
    void in_unicode_too_they_agree_on_names_that_are_hostile_and_on_those_that_people_give() {
        assertAgreedOnNames(Alphabet.UNICODE, HostileNames.all(), 40);
        assertAgreedOnNames(Alphabet.UNICODE, Corpus.hostileNames(), 600);
        assertAgreedOnNames(Alphabet.UNICODE, bytes(UnicodeNames.OF_PEOPLE), 2 * UnicodeNames.OF_PEOPLE.size() - 1);
        assertAgreedOnNames(Alphabet.UNICODE, bytes(UnicodeNames.oneOfEachKind(20261126)), 1000);
    }

    /** Characters that no alphabet allows, because they are invisible or make one name look like another. The edge refuses them itself. */
    @Test
    void the_edge_itself_refuses_controls_and_what_is_not_seen_or_turns_the_direction() {
        List<Integer> hostile = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(EdgeAgreesTest::isHostile)
                .boxed()
                .toList();
        assertThat(hostile)
                .contains(0, 0x0a, 0x7f, 0x85, 0x061c, 0x200e, 0x202e, 0x2066, 0x2028, 0xfeff)
                .hasSizeGreaterThan(80);
        for (Alphabet alphabet : Alphabet.values()) {
            KeyGrammar grammar = new KeyGrammar(new KeyRules(alphabet, RULES.maxSide(), RULES.presets()));
            try (EdgeFunction edge = EdgeFunction.of(alphabet)) {
                for (int codePoint : hostile) {
                    String path = "a" + Character.toString(codePoint) + "b_60_40.jpg";
                    assertThat(edge.ask(path, "")).as("U+%04X", codePoint).isEmpty();
                    assertThat(EdgeFunction.refusal(grammar, path))
                            .as("U+%04X", codePoint)
                            .isPresent();
                }
                assertThat(edge.ask("ab_60_40.jpg", "")).isPresent();
            }
        }
    }

    private static boolean isHostile(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || codePoint == '\\'
                // those of Unicode's Bidi_Control, the invisible ones in the middle of words, the byte order mark, and
                // interlinear annotations
                || codePoint == 0x061c
                || codePoint == 0x00ad
                || codePoint == 0x200b
                || codePoint == 0x200e
                || codePoint == 0x200f
                || (codePoint >= 0x202a && codePoint <= 0x202e)
                || (codePoint >= 0x2060 && codePoint <= 0x206f)
                || codePoint == 0xfeff
                || (codePoint >= 0xfff9 && codePoint <= 0xfffb);
    }

    private static List<byte[]> bytes(List<String> names) {
        return names.stream().map(name -> name.getBytes(UTF_8)).toList();
    }

    private static void assertAgreedOnNames(Alphabet alphabet, List<byte[]> names, int atLeast) {
        assertAgreed(
                alphabet,
                names.stream()
                        .map(name -> new String(name, UTF_8))
                        .flatMap(name -> Stream.of(name, name + "_600_400.jpg", "a/" + name + "-600x400_fill.jpg.webp"))
                        .toList(),
                atLeast);
    }

    private static void assertAgreed(Alphabet alphabet, List<String> paths, int atLeast) {
        int keys = 0;
        List<String> differences = new ArrayList<>();
        KeyGrammar grammar = new KeyGrammar(new KeyRules(alphabet, RULES.maxSide(), RULES.presets()));
        try (EdgeFunction edge = EdgeFunction.of(alphabet)) {
            for (String path : paths) {
                String refusal = EdgeFunction.refusal(grammar, path).orElse("");
                Optional<String> passed = edge.ask(path, "");
                if (passed.isEmpty() && refusal.isEmpty()) {
                    differences.add("refused by the edge alone: " + path);
                }
                if (passed.isPresent() && LEFT_TO_THE_PROCESSOR.stream().noneMatch(refusal::startsWith)) {
                    if (!refusal.isEmpty()) {
                        differences.add("refused by the processor alone: " + path + " because " + refusal);
                    }
                    keys++;
                }
                passed.filter(key -> !key.equals(PercentEncoding.ofPath(path)))
                        .ifPresent(key -> differences.add(path + " became " + key));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(keys).as("keys for both, or this shows nothing").isGreaterThan(atLeast);
    }
}
