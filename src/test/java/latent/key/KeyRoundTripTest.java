package latent.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.kit.HostileNames;
import latent.pictures.Corpus;
import latent.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyRoundTripTest {
    private static final KeyRules RULES = new KeyRules(Alphabet.SAFE, 20_000, Map.of("card", "600x400_fill_q-75"));
    private static final KeyGrammar GRAMMAR = new KeyGrammar(RULES);
    private static final KeyGrammar SIGNED = new KeyGrammar(RULES, new Signing(List.of("a-secret-of-the-tests-1")));

    @Property
    void what_is_written_is_read_back_to_the_same(
            @ForAll("originals") OriginalKey original,
            @ForAll("sizedSpellings") Spelling spelling,
            @ForAll("transformations") Transformation transformation) {
        RenditionKey written = GRAMMAR.spell(original, spelling, transformation);
        assertThat(GRAMMAR.parse(written.value())).isEqualTo(written);
    }

    @Property
    void what_is_read_is_written_back_to_the_same(@ForAll("almostKeys") String path) {
        Optional<RenditionKey> key = parse(GRAMMAR, path);
        key.ifPresent(k -> assertThat(GRAMMAR.spell(k.original(), k.spelling(), k.transformation())
                        .value())
                .isEqualTo(path));
    }

    @Property
    void what_is_signed_is_read_back_to_the_same_and_by_nobody_else(
            @ForAll("originals") OriginalKey original,
            @ForAll("sizedSpellings") Spelling spelling,
            @ForAll("transformations") Transformation transformation) {
        RenditionKey signed = SIGNED.spell(original, spelling, transformation);
        assertThat(SIGNED.parse(signed.value())).isEqualTo(signed);
        assertThat(parse(GRAMMAR, signed.value())).isEmpty();
        assertThat(parse(
                        SIGNED,
                        GRAMMAR.spell(original, spelling, transformation).value()))
                .isEmpty();
    }

    @Property
    void a_preset_is_signed_like_a_size(@ForAll("originals") OriginalKey original) {
        Transformation card = GRAMMAR.parse("x_p-card.jpg.webp").transformation();
        RenditionKey signed = SIGNED.spell(original, new Spelling.Preset("card"), card);
        assertThat(SIGNED.parse(signed.value())).isEqualTo(signed);
        assertThat(parse(GRAMMAR, signed.value())).isEmpty();
    }

    /** Names that have broken other programs: none may crash the parser, and each that it accepts is printed as it was read. */
    @Test
    void hostile_keys_are_keys_or_refusals() {
        assertKeysOrRefusals(HostileNames.all());
    }

    @Test
    void hostile_keys_of_the_corpora_are_keys_or_refusals() {
        assertKeysOrRefusals(Corpus.hostileNames());
    }

    private static void assertKeysOrRefusals(List<byte[]> names) {
        KeyGrammar unicode = new KeyGrammar(new KeyRules(Alphabet.UNICODE, 20_000, Map.of()));
        for (byte[] bytes : names) {
            String name = new String(bytes, StandardCharsets.UTF_8);
            for (String path : List.of(name, name + "_600_400.jpg", "a/" + name + "-600x400.jpg")) {
                parse(GRAMMAR, path).ifPresent(key -> assertThat(key.value()).isEqualTo(path));
                parse(unicode, path).ifPresent(key -> assertThat(key.value()).isEqualTo(path));
            }
        }
    }

    private static Optional<RenditionKey> parse(KeyGrammar grammar, String path) {
        try {
            return Optional.of(grammar.parse(path));
        } catch (Refusal expected) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<OriginalKey> originals() {
        Arbitrary<String> segment = Arbitraries.strings()
                .withChars("abcXYZ0129._-!*'()x")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(s -> !s.equals(".") && !s.equals(".."));
        Arbitrary<String> trap = Arbitraries.of(
                "a_600_400", "a-600x400", "a_fill", "a_600_400_fill", "a_p-card", "a.jpg", "_", "a_g-50-50");
        Arbitrary<String> extension = Arbitraries.of("jpg", "jpeg", "JPG", "png", "gif", "webp", "tif", "heic", "svg");
        Arbitrary<String> name = Arbitraries.oneOf(segment, trap);
        return Combinators.combine(segment.list().ofMaxSize(3), name, extension)
                .as((folders, n, e) -> String.join("/", folders) + (folders.isEmpty() ? "" : "/") + n + "." + e)
                .filter(key -> !key.startsWith("-/"))
                .map(OriginalKey::new);
    }

    @Provide
    Arbitrary<Spelling> sizedSpellings() {
        return Arbitraries.of(new Spelling.Underscore(), new Spelling.Dash());
    }

    @Provide
    Arbitrary<Transformation> transformations() {
        return Transformations.any();
    }

    @Provide
    Arbitrary<String> almostKeys() {
        Arbitrary<String> token = Arbitraries.of(
                "600",
                "400",
                "0",
                "fill",
                "pad",
                "up",
                "g-no",
                "g-50-30",
                "c-1-2-3-4",
                "dpr-2",
                "r-90",
                "q-80",
                "max-500",
                "a",
                "",
                "p-card",
                "a-60x40");
        Arbitrary<String> end = Arbitraries.of(".jpg", ".png", ".jpg.webp", ".jpg.jpg", "", ".JPEG.png");
        return Combinators.combine(token.list().ofMinSize(1).ofMaxSize(6), end)
                .as((tokens, e) -> "a_" + String.join("_", tokens) + e);
    }
}
