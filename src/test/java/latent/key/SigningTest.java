package latent.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
    private static final String SECRET = "a-secret-of-the-tests-1";
    private static final String NEXT = "a-secret-of-the-tests-2";
    private static final KeyRules RULES = new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75"));
    private static final KeyGrammar UNSIGNED = new KeyGrammar(RULES);
    private static final KeyGrammar SIGNED = new KeyGrammar(RULES, new Signing(List.of(SECRET)));

    /** Digits by {@code printf %s KEY | openssl dgst -sha256 -hmac SECRET}, of the key without signature and format. */
    @ParameterizedTest
    @CsvSource({
        "dir/a_600_400_fill.jpg, dir/a_600_400_fill_s-19564a007941458c2541c79cbde8ccfe.jpg",
        "dir/a_600_400_fill.jpg.webp, dir/a_600_400_fill_s-19564a007941458c2541c79cbde8ccfe.jpg.webp",
        "a-200x100.PNG.avif, a-200x100_s-5ddfc017cb87117f37d910267aa5aa0d.PNG.avif",
        "a_p-card.jpg.png, a_p-card_s-2f9283f7f31996240fe36d7eb57b8e7c.jpg.png",
    })
    void the_signature_is_the_last_option_and_good_for_every_format(String unsigned, String signed) {
        assertThat(sign(SIGNED, unsigned)).isEqualTo(signed);
        RenditionKey read = SIGNED.parse(signed);
        assertThat(read.value()).isEqualTo(signed);
        assertThat(read.transformation()).isEqualTo(UNSIGNED.parse(unsigned).transformation());
        assertThat(read.original()).isEqualTo(UNSIGNED.parse(unsigned).original());
    }

    @Test
    void of_two_secrets_the_first_signs_and_either_is_accepted() {
        KeyGrammar rotating = new KeyGrammar(RULES, new Signing(List.of(NEXT, SECRET)));
        String old = sign(SIGNED, "a_600_400.jpg");
        String fresh = sign(rotating, "a_600_400.jpg");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(rotating.parse(old).value()).isEqualTo(old);
        assertThat(rotating.parse(fresh).value()).isEqualTo(fresh);
        assertRefused(SIGNED, fresh, Reason.NOT_SIGNED);
    }

    @Test
    void a_key_without_a_signature_or_with_that_of_another_key_is_refused() {
        String good = sign(SIGNED, "a_600_400.jpg");
        for (String bad : List.of(
                "a_600_400.jpg",
                "a_p-card.jpg",
                "a_600_400_s-00000000000000000000000000000000.jpg",
                good.replace("a_600", "b_600"),
                good.replace("_400", "_401"),
                good.replace("_400", "_400_fill"),
                good.replace("a_600_400", "a-600x400"),
                good.replace(".jpg", ".jpeg"),
                "dir/" + good)) {
            assertRefused(SIGNED, bad, Reason.NOT_SIGNED);
        }
    }

    @Test
    void what_is_no_key_is_malformed_whoever_signed_it() {
        String good = sign(SIGNED, "a_600_400.jpg");
        for (String bad : List.of(
                good.replace(".jpg", "_fill.jpg"),
                good.replaceFirst(".\\.jpg", ".jpg"),
                good.replaceFirst(".\\.jpg", "F.jpg"),
                good.replace(".jpg", "_s-00000000000000000000000000000000.jpg"),
                good.replace(".jpg", ".jpg.jpg"),
                "a" + good.substring("a_600_400".length()))) {
            assertRefused(SIGNED, bad, Reason.MALFORMED_KEY);
        }
    }

    @Test
    void a_refusal_tells_nobody_a_signature() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SIGNED.parse("a_600_400_q-80_fill.jpg"))
                .withMessage("This rendition has one spelling: a_600_400_fill_q-80.jpg.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a_600_400.jpg", "a-600x400.jpg", "a_p-card.jpg"})
    void where_keys_are_not_signed_a_signature_is_no_option(String key) {
        assertRefused(UNSIGNED, sign(SIGNED, key), Reason.MALFORMED_KEY);
    }

    @Test
    void a_key_without_room_for_its_signature_is_not_signed() {
        String longest = "a".repeat(500) + "_600_400.jpg";
        assertThat(UNSIGNED.sign(longest).value()).isEqualTo(longest);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SIGNED.sign(longest))
                .withMessageContaining("512 bytes");
    }

    @Test
    void a_preset_is_never_signed_in_the_configuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRules(
                        Alphabet.SAFE, 4096, Map.of("card", "600x400_s-00000000000000000000000000000000")));
    }

    @Test
    void secrets_are_long_at_most_two_and_never_printed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signing(List.of("short-and-secret")))
                .withMessageNotContaining("short-and-secret");
        assertThatIllegalArgumentException().isThrownBy(() -> new Signing(List.of(SECRET, NEXT, SECRET + NEXT)));
        assertThat(new Signing(List.of(SECRET, NEXT))).hasToString("Signing[secrets=2]");
    }

    private static String sign(KeyGrammar signing, String unsigned) {
        return signing.sign(unsigned).value();
    }

    private static void assertRefused(KeyGrammar grammar, String path, Reason reason) {
        assertThatExceptionOfType(Refusal.class)
                .as(path)
                .isThrownBy(() -> grammar.parse(path))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
